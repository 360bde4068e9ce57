import { useRef, useState } from 'react';
import type { EntityView } from '../../../shared/api/views/fieldView.ts';
import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { readTypedDate } from '../../components/evidence/evidenceDate.ts';
import { ConflictValues } from '../../components/ConflictValues.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useField } from '../../state/useField.ts';
import { useUnreadDate } from '../../state/useUnreadDate.ts';
import { evidenceDateWords } from '../../words/dateWords.ts';

/**
 * The date of evidence: a year, a month or a day, typed as people type it.
 *
 * It saves itself as soon as what is typed is a date; until then it says on leaving what is wrong, the last date stays, and
 * what is typed is kept as a draft.
 */
export function EvidenceDateField({ entity, name }: { readonly entity: EntityView; readonly name: string }) {
  const field = useField(entity, 'date', name);
  const saved = typeof field.value === 'string' ? field.value : '';
  const [typed, setTyped] = useState<string | null>(null);
  const [hasLeft, setHasLeft] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const unread = useUnreadDate(entity.entityId, name);
  const shown = typed ?? unread.typed ?? saved;
  const read = readTypedDate(shown);

  const change = (text: string): void => {
    setTyped(text);
    setHasLeft(false);
    const next = readTypedDate(text);
    if (next.ok) unread.drop();
    else unread.keep(text);
    if (next.ok && next.date !== (saved === '' ? null : saved)) field.change(next.date);
  };
  const take = (value: FieldValue): void => {
    setTyped(null);
    unread.drop();
    field.choose(value);
    place.current?.querySelector('input')?.focus();
  };
  const isBeingTyped = typed !== null && !hasLeft;
  const isWrong = !read.ok && !isBeingTyped && (hasLeft || unread.typed !== null);
  const problem = isWrong ? `Not saved as the date: ${read.problem}` : undefined;
  const unsaved = field.failure === null ? undefined : `Not saved: ${field.failure.message}`;
  return (
    <div ref={place} onBlur={field.handleLeave}>
      {field.conflict.length > 0 && (
        <ConflictValues
          values={field.conflict}
          of={{ entity: entity.entity, entityId: entity.entityId, field: 'date' }}
          onTake={take}
        />
      )}
      <TextField
        label="Date"
        hint={saved === '' ? '2017, 2017-03 or 31/3/2017' : `Read as ${evidenceDateWords(saved)}`}
        value={shown}
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
