import type { EvidenceFilter } from '../../../shared/api/views/evidenceView.ts';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { countWords, numberWords } from '../../words/countWords.ts';

/** The names that a filter in words needs. */
export type FilterNames = {
  readonly partner: (id: string) => string;
  readonly target: (target: LinkTarget) => string;
};

/** What a filter asks for, one phrase a condition: "the kind is Document", "it holds “protocol”". */
export function filterInWords(filter: EvidenceFilter, names: FilterNames): readonly string[] {
  const phrases: string[] = [];
  const text = filter.text?.trim();
  if (text) phrases.push(`it holds “${text}”`);
  if (filter.kinds && filter.kinds.length > 0) {
    phrases.push(`the kind is ${filter.kinds.map(evidenceKindWord).join(' or ')}`);
  }
  if (filter.partner) phrases.push(`the partner is ${names.partner(filter.partner)}`);
  if (filter.linkedTo) phrases.push(`it is linked to “${names.target(filter.linkedTo)}”`);
  if (filter.andLinkedTo) phrases.push(`it is linked to “${names.target(filter.andLinkedTo)}”`);
  if (filter.unlinked) phrases.push('it is linked to nothing');
  if (filter.undated) phrases.push('it has no date');
  if (filter.deleted) phrases.push('it was deleted');
  return phrases;
}

/** "312 pieces of evidence", "1 piece of evidence", "No evidence". */
export function piecesOfEvidence(count: number): string {
  if (count === 0) return 'No evidence';
  return countWords(count, 'piece of evidence', 'pieces of evidence');
}

/** The line over the list: how many there are, how many are shown and why. */
export function countInWords(all: number, shown: number, phrases: readonly string[]): string {
  if (phrases.length === 0) return `${piecesOfEvidence(shown)}.`;
  const because = listInWords(phrases);
  return `${piecesOfEvidence(all)}. ${numberWords(shown)} shown, because ${because}.`;
}

/** "a", "a and b", "a, b and c". */
export function listInWords(phrases: readonly string[]): string {
  const last = phrases.at(-1) ?? '';
  if (phrases.length < 2) return last;
  return `${phrases.slice(0, -1).join(', ')} and ${last}`;
}
