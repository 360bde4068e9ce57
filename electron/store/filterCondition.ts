import type { EvidenceFilter } from '../../shared/api/views/evidenceView.ts';
import { matchQuery } from './searchIndex.ts';

/**
 * The filter as a condition on `evidence`. Its text is put together from constants alone; all that people typed is bound.
 * Where the words stand in a piece that another one stands for, that one is found: `standInsMatching` gives its number.
 */
export function filterCondition(
  filter: EvidenceFilter,
  standInsMatching: (query: string) => readonly number[],
): { readonly where: string; readonly values: readonly (string | number)[] } {
  const parts: string[] = ['deleted = ?'];
  const values: (string | number)[] = [filter.deleted === true ? 1 : 0];
  if (filter.kinds !== undefined && filter.kinds.length > 0) {
    parts.push(`kind IN (${filter.kinds.map(() => '?').join(', ')})`);
    values.push(...filter.kinds);
  }
  if (filter.partner !== undefined) {
    parts.push('partner = ?');
    values.push(filter.partner);
  }
  for (const target of [filter.linkedTo, filter.andLinkedTo]) {
    if (target === undefined) continue;
    parts.push('id IN (SELECT evidence_id FROM link WHERE target_kind = ? AND target_id = ?)');
    values.push(target.kind, target.id);
  }
  if (filter.unlinked === true) parts.push('uses = 0');
  if (filter.undated === true) parts.push('date IS NULL AND period IS NULL');
  const query = filter.text === undefined ? undefined : matchQuery(filter.text);
  if (query !== undefined) {
    const standIns = standInsMatching(query);
    parts.push(
      standIns.length === 0
        ? 'number IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)'
        : 'number IN (SELECT rowid FROM search_text WHERE search_text MATCH ? UNION SELECT value FROM json_each(?))',
    );
    values.push(query, ...(standIns.length === 0 ? [] : [JSON.stringify(standIns)]));
  }
  return { where: parts.join(' AND '), values };
}
