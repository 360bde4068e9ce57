import type { EvidenceFilter } from '../../../shared/api/views/evidenceView.ts';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { countWords, numberWords } from '../../words/countWords.ts';

/** The names that a filter in words needs. */
export type FilterNames = {
  readonly partner: (id: string) => string;
  readonly target: (target: LinkTarget) => string;
};

/** What a filter asks for, one phrase a condition, after "those that": "are of the kind Document", "hold “protocol”". */
export function filterInWords(filter: EvidenceFilter, names: FilterNames): readonly string[] {
  const phrases: string[] = [];
  const text = filter.text?.trim();
  if (text) phrases.push(`hold “${text}”`);
  if (filter.kinds && filter.kinds.length > 0) {
    phrases.push(`are of the kind ${filter.kinds.map(evidenceKindWord).join(' or ')}`);
  }
  if (filter.partner) phrases.push(`come from ${names.partner(filter.partner)}`);
  if (filter.linkedTo) phrases.push(`are linked to “${names.target(filter.linkedTo)}”`);
  if (filter.andLinkedTo) phrases.push(`are linked to “${names.target(filter.andLinkedTo)}”`);
  if (filter.unlinked) phrases.push('are linked to nothing');
  if (filter.undated) phrases.push('have no date');
  if (filter.deleted) phrases.push('were deleted');
  return phrases;
}

/** "312 pieces of evidence", "1 piece of evidence", "No evidence". */
export function piecesOfEvidence(count: number): string {
  if (count === 0) return 'No evidence';
  return countWords(count, 'piece of evidence', 'pieces of evidence');
}

/**
 * The line over the list: how many there are, how many are shown and why.
 *
 * Deleted evidence is not among `all`, so a list of it counts by itself.
 */
export function countInWords(
  all: number,
  shown: number,
  phrases: readonly string[],
  isOfDeleted = false,
): string {
  if (isOfDeleted) return `${piecesOfEvidence(shown)} shown: those that ${listInWords(phrases)}.`;
  if (phrases.length === 0) return `${piecesOfEvidence(shown)}.`;
  const asked = `only those are asked for that ${listInWords(phrases)}`;
  return `${piecesOfEvidence(all)}. ${numberWords(shown)} shown, because ${asked}.`;
}

/** "a", "a and b", "a, b and c". */
export function listInWords(phrases: readonly string[]): string {
  const last = phrases.at(-1) ?? '';
  if (phrases.length < 2) return last;
  return `${phrases.slice(0, -1).join(', ')} and ${last}`;
}
