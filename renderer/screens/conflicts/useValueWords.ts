import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { findRow, labelOf } from '../../../shared/domain/frameworkRow.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { valueInWords } from '../history/valueInWords.ts';

/** How the values of a field are read out: grades and choices in their words, ids by their names. */
export function useValueWords(field: string): (value: FieldValue) => string {
  const catalogue = useCatalogue();
  const nameOf = (id: string): string => {
    const row = findRow(catalogue, id);
    return row === undefined ? id : labelOf(row);
  };
  return (value) => {
    if (field === 'deleted') return value === true ? 'Delete after all' : 'Keep it';
    return valueInWords({ field, value }, nameOf) ?? '(emptied)';
  };
}
