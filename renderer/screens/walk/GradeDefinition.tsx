import type { GradeValue } from '../../../shared/domain/gradeScale.ts';
import { gradeLabel, gradeWord } from '../../../shared/domain/gradeScale.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';

const explained = {
  'not-yet-evaluated': 'Nobody has looked at it yet. It is an answer and stays until a grade is given.',
  'not-enough-evidence':
    'It was looked at, and there is too little evidence to give a grade. Say in the rationale what is missing.',
} as const;

/** What a grade means. Keeps its place when there is nothing to say, so that nothing moves. */
export function GradeDefinition(props: {
  readonly grade: GradeValue | null;
  readonly isInConflict: boolean;
}) {
  const { scale } = useCatalogue();
  const { grade } = props;
  if (grade === null) {
    return (
      <p className="grade-definition quiet">
        {props.isInConflict ? 'Not settled yet.' : 'No grade yet.'} Point at one to read what it means; keys 1
        to 6 give it, 0 is not yet, N not enough evidence.
      </p>
    );
  }
  if (typeof grade !== 'number') {
    return (
      <p className="grade-definition">
        <strong>{gradeWord(grade)}.</strong> {explained[grade]}
      </p>
    );
  }
  const point = scale.find((one) => one.grade === grade);
  return (
    <p className="grade-definition">
      <strong>
        {gradeLabel(grade)}: {point?.definition.toLowerCase()}.
      </strong>{' '}
      {point?.text}{' '}
      {point?.textWording === 'app' && (
        <span className="quiet">
          {point.textProvenance === 'verified'
            ? '(in this workbook’s own words)'
            : '(this workbook’s own words, to be checked)'}
        </span>
      )}
    </p>
  );
}
