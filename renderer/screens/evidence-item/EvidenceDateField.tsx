import { useState } from 'react';
import type { EntityView } from '../../../shared/api/views/fieldView.ts';
import { readTypedDate } from '../../components/evidence/evidenceDate.ts';
import { ConflictValues } from '../../components/ConflictValues.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useField } from '../../state/useField.ts';
import { evidenceDateWords } from '../../words/dateWords.ts';

/**
 * The date of evidence: a year, a month or a day, typed as people type it.
 *
 * It saves itself as soon as what is typed is a date; until then it says on leaving what is wrong, and the last date stays.
 */
export function EvidenceDateField({ entity, name }: { readonly entity: EntityView; readonly name: string }) {
  const field = useField(entity, 'date', name);
  const saved = typeof field.value === 'string' ? field.value : '';
  const [typed, setTyped] = useState<string | null>(null);
  const [hasLeft, setHasLeft] = useState(false);
  const read = readTypedDate(typed ?? saved);

  const change = (text: string): void => {
    setTyped(text);
    setHasLeft(false);
    const next = readTypedDate(text);
    if (next.ok && next.date !== (saved === '' ? null : saved)) field.change(next.date);
  };
  const problem = hasLeft && !read.ok ? `Not saved: ${read.problem}` : undefined;
  const unsaved = field.failure === null ? undefined : `Not saved: ${field.failure.message}`;
  return (
    <div>
      {field.conflict.length > 0 && (
        <ConflictValues
          values={field.conflict}
          of={{ entity: entity.entity, entityId: entity.entityId, field: 'date' }}
          onTake={field.choose}
        />
      )}
      <TextField
        label="Date"
        hint={saved === '' ? '2017, 2017-03 or 31/3/2017' : `Read as ${evidenceDateWords(saved)}`}
        value={typed ?? saved}
        error={problem ?? unsaved}
        onValue={change}
        onFocus={field.handleFocus}
        onBlur={() => {
          setHasLeft(true);
          if (read.ok) setTyped(null);
          field.handleBlur();
        }}
      />
    </div>
  );
}
