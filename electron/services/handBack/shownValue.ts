import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { gradeLabel, gradeValues, workStatuses, statusWord } from '../../../shared/domain/gradeScale.ts';

/** Enough to know a text again by; the history has it whole. */
const LONGEST = 90;

/** A value as a note shows it. */
export function shownValue(fieldLabel: string, value: FieldValue): string {
  if (value === null || value === '') return '(empty)';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (fieldLabel === 'Grade') {
    const grade = gradeValues.find((known) => known === value);
    if (grade !== undefined) return gradeLabel(grade);
  }
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  const kind = evidenceKinds.find((known) => known === value);
  if (kind !== undefined) return evidenceKindWord(kind);
  const status = workStatuses.find((known) => known === value);
  return status === undefined ? shortened(value) : statusWord(status);
}

/** The beginning of a text, cut between two words. */
export function shortened(text: string, longest: number = LONGEST): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const end = cut.lastIndexOf(' ');
  return `${(end > longest / 2 ? cut.slice(0, end) : cut).toWellFormed()} …`;
}
