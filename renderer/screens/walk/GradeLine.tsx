import type { Ref } from 'react';
import type { GradeValue } from '../../../shared/domain/gradeScale.ts';
import { GradePoint } from './GradePoint.tsx';

const points = [1, 2, 3, 4, 5, 6] as const;
const withoutNumber = ['not-yet-evaluated', 'not-enough-evidence'] as const;

/** The line of six, and beneath it the two answers that are not grades. */
export function GradeLine(props: {
  readonly legend: string;
  /** One word for each line on a screen: of a group one point is chosen. */
  readonly group: string;
  readonly grade: GradeValue | null;
  readonly onChoose: (grade: GradeValue) => void;
  /** The grade under the pointer; null when the pointer has left it. */
  readonly onPoint: (grade: GradeValue | null) => void;
  /** The grade that has the focus; null when it has gone. */
  readonly onFocused?: (grade: GradeValue | null) => void;
  /** Where the six are. */
  readonly line?: Ref<HTMLDivElement>;
}) {
  const { legend, group, grade, onChoose, onPoint, onFocused, line } = props;
  const point = (value: GradeValue) => (
    <GradePoint
      key={value}
      value={value}
      group={group}
      isChosen={grade === value}
      onChoose={() => onChoose(value)}
      onPoint={(isPointed) => onPoint(isPointed ? value : null)}
      onFocused={(isFocused) => onFocused?.(isFocused ? value : null)}
    />
  );
  return (
    <fieldset className="grade-scale__choice">
      <legend className="grade-scale__legend">{legend}</legend>
      <div className="grade-scale__line" ref={line}>
        {points.map(point)}
      </div>
      <div className="grade-scale__without">{withoutNumber.map(point)}</div>
    </fieldset>
  );
}
