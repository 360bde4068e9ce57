import { gradeValues, gradeWord } from '../../../shared/domain/gradeScale.ts';
import type { ConflictChoice } from './conflictChoices.ts';
import './grades-in-conflict.css';

const points = [1, 2, 3, 4, 5, 6] as const;

/** Where the grades in conflict stand on the line of six: a letter beneath each. The list beneath it says the same in words. */
export function GradesInConflict({ choices }: { readonly choices: readonly ConflictChoice[] }) {
  const withoutNumber = choices.filter(({ value }) => typeof value !== 'number');
  return (
    <div className="grades-in-conflict">
      <ol className="grades-in-conflict__line" aria-label="The grades on the line of six">
        {points.map((point) => {
          const letters = choices.filter(({ value }) => value === point).map(({ letter }) => letter);
          return (
            <li
              key={point}
              className={
                letters.length > 0 ? 'grades-in-conflict__point is-here' : 'grades-in-conflict__point'
              }
            >
              <span className="grades-in-conflict__mark">{point}</span>
              <span className="grades-in-conflict__word">{gradeWord(point)}</span>
              <span className="grades-in-conflict__letters">{letters.join(', ')}</span>
            </li>
          );
        })}
      </ol>
      {withoutNumber.length > 0 && (
        <p className="quiet">
          Beside the line:{' '}
          {withoutNumber.map(({ letter, value }) => `${letter} ${wordsOf(value)}`).join('; ')}
        </p>
      )}
    </div>
  );
}

function wordsOf(value: ConflictChoice['value']): string {
  const grade = gradeValues.find((one) => one === value);
  if (grade !== undefined) return gradeWord(grade);
  return value === null ? 'no grade' : String(value);
}
