import type { FieldValue } from './changeRecord.ts';
import { evidenceKinds, settleWays } from './entityCatalogue.ts';
import { evidenceKindWord } from './evidenceKind.ts';
import { gradeLabel, gradeValues, statusWord, workStatuses } from './gradeScale.ts';

const wayWords: Readonly<Record<(typeof settleWays)[number], string>> = {
  take: 'One of the values was taken',
  combine: 'Combined from several values',
  own: 'Written anew',
};

/**
 * A field's value as people read it; null where the field is empty. `nameOf` knows what ids are called, `dateWords` how a
 * date of evidence is written out.
 */
export function fieldValueWords(
  { field, value }: { readonly field: string; readonly value: FieldValue },
  {
    nameOf,
    dateWords,
  }: { readonly nameOf: (id: string) => string; readonly dateWords: (date: string) => string },
): string | null {
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
    case 'how': {
      const way = settleWays.find((candidate) => candidate === value);
      return way === undefined ? String(value) : wayWords[way];
    }
    case 'date':
      return dateWords(String(value));
    case 'partner':
    case 'outcome':
    case 'indicator':
    case 'qualityIndicator':
      return nameOf(String(value));
    case 'basis':
    case 'level':
    case 'bodyKind':
      // Written as "third-sector".
      return String(value).replaceAll('-', ' ');
    default:
      if (typeof value === 'boolean') return value ? 'Yes' : 'No';
      return typeof value === 'number' ? value.toLocaleString('en-GB') : value;
  }
}
