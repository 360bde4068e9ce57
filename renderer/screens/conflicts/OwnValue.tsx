import { useState } from 'react';
import { assertNever } from '../../../shared/domain/assertNever.ts';
import { gradeValues, type GradeValue } from '../../../shared/domain/gradeScale.ts';
import { readTypedDate } from '../../components/evidence/evidenceDate.ts';
import { SelectField } from '../../components/SelectField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { evidenceDateWords } from '../../words/dateWords.ts';
import { GradeDefinition } from '../walk/GradeDefinition.tsx';
import { GradeLine } from '../walk/GradeLine.tsx';
import { useGradeKeys } from '../walk/useGradeKeys.ts';
import type { FieldEditor } from './fieldEditor.ts';
import { SettleText } from './SettleText.tsx';

/** The field in which one's own value is written: a text, a choice, a date, a number or the line of six. */
export function OwnValue(props: {
  readonly editor: FieldEditor;
  readonly label: string;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly problem: string | undefined;
}) {
  const { editor, label, typed, onTyped, problem } = props;
  switch (editor.kind) {
    case 'grade':
      return <OwnGrade typed={typed} onTyped={onTyped} problem={problem} />;
    case 'choice':
      return (
        <SelectField
          label={label}
          value={typed}
          options={editor.options}
          emptyLabel="Not chosen"
          error={problem}
          onValue={onTyped}
        />
      );
    case 'date': {
      const read = readTypedDate(typed);
      const hint = read.ok && read.date !== null ? `Read as ${evidenceDateWords(read.date)}` : undefined;
      return (
        <TextField
          label={label}
          hint={hint ?? '2017, 2017-03 or 31/3/2017'}
          value={typed}
          error={problem}
          onValue={onTyped}
        />
      );
    }
    case 'number':
      return <TextField label={label} inputMode="decimal" value={typed} error={problem} onValue={onTyped} />;
    case 'text':
    case 'none':
      return (
        <SettleText
          label={label}
          text={typed}
          isLine={editor.kind === 'text' && editor.isLine}
          problem={problem}
          onText={onTyped}
        />
      );
    default:
      return assertNever(editor);
  }
}

function OwnGrade(props: {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly problem: string | undefined;
}) {
  const grade = gradeValues.find((one) => String(one) === props.typed) ?? null;
  const [pointed, setPointed] = useState<GradeValue | null>(null);
  const choose = (chosen: GradeValue): void => props.onTyped(String(chosen));
  useGradeKeys(choose);
  return (
    <div>
      {props.problem !== undefined && <p className="field__error">{props.problem}</p>}
      <GradeLine
        legend="Our own grade"
        group="of our own"
        grade={grade}
        onChoose={choose}
        onPoint={setPointed}
      />
      <GradeDefinition grade={pointed ?? grade} isInConflict />
    </div>
  );
}
