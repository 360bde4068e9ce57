import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { gradeLabel, gradeValues, statusWord, workStatuses } from '../../../shared/domain/gradeScale.ts';
import { evidenceDateWords } from '../../words/dateWords.ts';

/** A field's value as people read it; null where the field was empty. `nameOf` knows what ids are called. */
export function valueInWords(
  change: { readonly field: string; readonly value: FieldValue },
  nameOf: (id: string) => string,
): string | null {
  const { field, value } = change;
  if (value === null || value === '') return null;
  switch (field) {
    case 'grade': {
      const grade = gradeValues.find((candidate) => candidate === value);
      return grade === undefined ? String(value) : gradeLabel(grade);
    }
    case 'status': {
      const status = workStatuses.find((candidate) => candidate === value);
      return status === undefined ? String(value) : statusWord(status);
    }
    case 'kind': {
      const kind = evidenceKinds.find((candidate) => candidate === value);
      return kind === undefined ? String(value) : evidenceKindWord(kind);
    }
    case 'date':
      return evidenceDateWords(String(value));
    case 'partner':
    case 'outcome':
    case 'qualityIndicator':
      return nameOf(String(value));
    default:
      if (typeof value === 'boolean') return value ? 'Yes' : 'No';
      return String(value);
  }
}
