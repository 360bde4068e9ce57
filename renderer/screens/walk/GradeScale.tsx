import { Link } from 'wouter';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { QualityIndicatorView } from '../../../shared/api/views/walkView.ts';
import { gradeLabel, gradeValues, gradeWord, type GradeValue } from '../../../shared/domain/gradeScale.ts';
import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { Button } from '../../components/Button.tsx';
import { ConflictTag } from '../../components/ConflictTag.tsx';
import { ConflictValues } from '../../components/ConflictValues.tsx';
import { routes } from '../../state/routes.ts';
import { useField } from '../../state/useField.ts';
import { GradeDefinition } from './GradeDefinition.tsx';
import { GradeLine } from './GradeLine.tsx';
import { OtherGrades } from './OtherGrades.tsx';
import { useGradeKeys } from './useGradeKeys.ts';

/**
 * The line of six with the two answers that are not grades. The definition of the grade under the pointer, else of the
 * one with the focus, else of the one that stands, is always in view.
 */
export function GradeScale(props: {
  /** The quality indicator's number. */
  readonly number: string;
  readonly view: QualityIndicatorView;
  /** The grade whose key was pressed before this was on the screen; asked once. */
  readonly takeEarly: () => GradeValue | null;
  /** There a conflict is one line; all of it stands on the grade's own page. */
  readonly isBeneathQuestion?: boolean;
  /** Beside the heading. */
  readonly children?: ReactNode;
}) {
  const { number, view } = props;
  const field = useField(view.grade, 'grade', `${number}, grade`);
  const [pointed, setPointed] = useState<GradeValue | null>(null);
  const [focused, setFocused] = useState<GradeValue | null>(null);
  const [said, setSaid] = useState('');
  const line = useRef<HTMLDivElement>(null);
  const grade = gradeOf(field.value);

  const choose = (chosen: GradeValue | null) => {
    field.choose(chosen);
    setSaid(chosen === null ? `Grade of ${number} taken away` : `${number} graded ${gradeLabel(chosen)}`);
  };
  /** For a button that goes once it is pressed. */
  const focusLine = () => line.current?.querySelector('input')?.focus();
  useGradeKeys(choose);
  const begin = useRef(() => {
    const early = props.takeEarly();
    if (early === null) return;
    // Whoever pressed the key had not seen that people differ.
    if (field.conflict.length > 0) setSaid(`${number} was not graded: its grade is not settled`);
    else choose(early);
  });
  useEffect(() => begin.current(), []);

  return (
    <div className="grade-scale">
      {field.conflict.length > 0 &&
        (props.isBeneathQuestion === true ? (
          <p>
            <ConflictTag /> {field.conflict.map(({ value }) => gradeWords(value)).join(' or ')}. Give one, or
            see who gave which under “Rationale and what next”.{' '}
            <Link
              href={routes.conflictAt({ entity: 'grade', entityId: view.grade.entityId, field: 'grade' })}
            >
              Compare them and settle it
            </Link>
          </p>
        ) : (
          <ConflictValues
            values={field.conflict}
            of={{ entity: 'grade', entityId: view.grade.entityId, field: 'grade' }}
            words={gradeWords}
            onTake={(value) => {
              field.choose(value);
              focusLine();
            }}
          />
        ))}
      {field.failure !== null && <p className="field__error">Not saved: {field.failure.message}</p>}
      <GradeLine
        legend={`Grade of ${number}`}
        group={view.qualityIndicatorId}
        grade={grade}
        onChoose={choose}
        onPoint={setPointed}
        onFocused={setFocused}
        line={line}
      />
      <GradeDefinition grade={pointed ?? focused ?? grade} isInConflict={field.conflict.length > 0} />
      <div className="grade-scale__beside">
        {props.children}
        {grade !== null && (
          <Button
            look="quiet"
            onClick={() => {
              choose(null);
              focusLine();
            }}
          >
            Take the grade away
          </Button>
        )}
        <OtherGrades others={view.others} />
      </div>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </div>
  );
}

/** The value as a grade; null for anything that is none, such as a newer version's. */
function gradeOf(value: FieldValue): GradeValue | null {
  return gradeValues.find((one) => one === value) ?? null;
}

function gradeWords(value: FieldValue): string {
  const grade = gradeOf(value);
  if (grade === null) return value === null ? 'No grade' : String(value);
  return typeof grade === 'number' ? gradeLabel(grade) : gradeWord(grade);
}
