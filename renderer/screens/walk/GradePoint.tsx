import { gradeWord, type GradeValue } from '../../../shared/domain/gradeScale.ts';

const keyOf = { 'not-yet-evaluated': '0', 'not-enough-evidence': 'N' } as const;

/** One choice of the scale: a radio button that looks like a point on the line. */
export function GradePoint(props: {
  readonly value: GradeValue;
  readonly group: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onPoint: (isPointed: boolean) => void;
  readonly onFocused: (isFocused: boolean) => void;
}) {
  const { value } = props;
  const isNumber = typeof value === 'number';
  return (
    <label
      className={`grade-point ${isNumber ? '' : 'grade-point--words'} ${props.isChosen ? 'is-chosen' : ''}`}
      onPointerEnter={() => props.onPoint(true)}
      onPointerLeave={() => props.onPoint(false)}
    >
      <input
        type="radio"
        className="grade-point__input"
        name={`grade ${props.group}`}
        checked={props.isChosen}
        aria-keyshortcuts={isNumber ? String(value) : keyOf[value]}
        onChange={props.onChoose}
        onFocus={() => props.onFocused(true)}
        onBlur={() => props.onFocused(false)}
      />
      <span className="grade-point__mark">{isNumber ? value : keyOf[value]}</span>
      <span className="grade-point__word">{gradeWord(value)}</span>
    </label>
  );
}
