import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { sizeWords } from '../../words/countWords.ts';
import { valueInWords } from '../history/valueInWords.ts';

/** Fields whose values are no words yet, by what the note calls them. */
const fieldsByLabel: Readonly<Record<string, string>> = {
  Date: 'date',
  Grade: 'grade',
  'Kind of evidence': 'kind',
  Outcome: 'outcome',
  Partner: 'partner',
  'Quality indicator': 'qualityIndicator',
  Status: 'status',
};

/** A value of the note as people read it. `nameOf` knows what ids are called. */
export function notedValueWords(
  noted: { readonly fieldLabel: string; readonly value: FieldValue },
  nameOf: (id: string) => string,
): string {
  if (noted.fieldLabel === 'Size' && typeof noted.value === 'number') return sizeWords(noted.value);
  const field = fieldsByLabel[noted.fieldLabel] ?? noted.fieldLabel;
  return valueInWords({ field, value: noted.value }, nameOf) ?? '(emptied)';
}
