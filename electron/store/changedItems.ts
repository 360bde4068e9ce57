import { partsOfLink } from '../../shared/domain/entityIdentity.ts';
import type { EvidenceQueries } from './evidenceQueries.ts';
import type { NewRecord } from './recordWriter.ts';

/** More than these are counted anew: that takes no longer. */
const MOST_ITEMS = 200;

/**
 * The pieces of evidence by which alone the records can change what is counted over links; undefined where it can be
 * others as well, as with pieces that are joined.
 */
export function changedItems(
  records: readonly NewRecord[],
  { isJoined }: Pick<EvidenceQueries, 'isJoined'>,
): readonly string[] | undefined {
  const items = new Set<string>();
  for (const { record } of records) {
    if (record.entity === 'joining') return undefined;
    if (record.entity === 'evidence') items.add(record.entityId);
    const linked = record.entity === 'link' ? partsOfLink(record.entityId)?.evidenceId : undefined;
    if (linked !== undefined) items.add(linked);
  }
  const isFew = items.size <= MOST_ITEMS && ![...items].some(isJoined);
  return isFew ? [...items] : undefined;
}
