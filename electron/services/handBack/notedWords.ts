import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { fieldValueWords } from '../../../shared/domain/fieldValueWords.ts';
import { spelledDate } from '../../../shared/domain/spelledDate.ts';
import { fieldLabel } from '../history/fieldLabel.ts';

/** What a note says of an entry that somebody took out. */
export const REMOVED = 'Removed';

const EMPTIED = '(empty)';

/** What is done to an entry, by the flag that says so: nobody knows these as fields. */
const deeds: Readonly<Record<string, { readonly yes: string; readonly no: string }>> = {
  deleted: { yes: REMOVED, no: 'Brought back' },
  linked: { yes: 'Linked', no: 'Link taken away' },
  joined: { yes: 'Joined', no: 'Parted again' },
  apart: { yes: 'Left as two', no: 'To be looked at again' },
};

/** What the program writes for itself, and nobody has typed. */
const ownFields: ReadonlySet<string> = new Set(['order', 'partOf', 'bytes', 'mediaType']);

/** What a field is called in a note: empty where its value says what was done; null where it is the program's own. */
export function notedField(entity: string, field: string): string | null {
  if (ownFields.has(field)) return null;
  return field in deeds || isAttaching(entity, field) ? '' : fieldLabel(field);
}

/**
 * Whether a note has something to say of a field that was set to `value`. That something is not removed is news only
 * where it had been.
 */
export function isNoteworthy(
  entity: string,
  field: string,
  value: FieldValue,
  hadValueBefore: boolean,
): boolean {
  if (notedField(entity, field) === null) return false;
  return !(field in deeds) || value === true || hadValueBefore;
}

/** A field's value as people read it. `nameOf` knows what ids are called. */
export function notedValue(
  entity: string,
  field: string,
  value: FieldValue,
  nameOf: (id: string) => string,
): string {
  if (value === null || value === '') return EMPTIED;
  const deed = deeds[field];
  if (deed !== undefined) return value === true ? deed.yes : deed.no;
  if (isAttaching(entity, field)) return 'Attached';
  return fieldValueWords({ field, value }, { nameOf, dateWords: spelledDate }) ?? EMPTIED;
}

/** The name of a file is in the words for its entry already; that it was set means that the file was attached. */
function isAttaching(entity: string, field: string): boolean {
  return entity === 'attachment' && field === 'name';
}
