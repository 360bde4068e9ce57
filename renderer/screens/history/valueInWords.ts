import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { fieldValueWords } from '../../../shared/domain/fieldValueWords.ts';
import { evidenceDateWords } from '../../words/dateWords.ts';

/** A field's value as people read it; null where the field was empty. `nameOf` knows what ids are called. */
export function valueInWords(
  change: { readonly field: string; readonly value: FieldValue },
  nameOf: (id: string) => string,
): string | null {
  return fieldValueWords(change, { nameOf, dateWords: evidenceDateWords });
}
