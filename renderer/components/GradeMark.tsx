import { gradeLabel, gradeWord, type GradeValue } from '../../shared/domain/gradeScale.ts';

const points = [1, 2, 3, 4, 5, 6] as const;

/** A grade as it stands, on a line of six with its number and word. Read only. */
export function GradeMark(props: {
  readonly grade: GradeValue | null;
  readonly isInConflict?: boolean;
  /** Leaves the word to screen readers where it stands elsewhere. */
  readonly isCompact?: boolean;
}) {
  const words = wordsOf(props.grade, props.isInConflict === true);
  return (
    <span className="grade-mark">
      <span className="grade-mark__line" aria-hidden="true">
        {points.map((point) => (
          <span
            key={point}
            className={point === props.grade ? 'grade-mark__point is-here' : 'grade-mark__point'}
          >
            {point === props.grade ? point : ''}
          </span>
        ))}
      </span>
      <span className={props.isCompact === true ? 'visually-hidden' : 'grade-mark__word'}>{words}</span>
    </span>
  );
}

function wordsOf(grade: GradeValue | null, isInConflict: boolean): string {
  if (isInConflict) return 'Not settled';
  if (grade === null) return 'No grade yet';
  return typeof grade === 'number' ? gradeLabel(grade) : gradeWord(grade);
}
