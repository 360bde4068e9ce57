import type { WorkbookClient } from '../../../shared/api/client.ts';
import type { Saved } from '../../../shared/api/views/fieldView.ts';
import type { HistoryEntry } from '../../../shared/api/views/searchView.ts';
import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { wholeHistory } from '../history/wholeHistory.ts';

/**
 * Brings deleted evidence back with the last value of each field, in one change.
 *
 * A deletion withdraws every field that its author saw, so "not deleted" alone would bring back an empty item.
 */
export async function bringBackEvidence(
  client: Pick<WorkbookClient, 'call'>,
  evidence: string,
): Promise<Saved> {
  const entries = await wholeHistory(client, { entity: 'evidence', entityId: evidence });
  return client.call('edit', {
    entity: 'evidence',
    entityId: evidence,
    set: { ...lastValues(entries), deleted: false },
  });
}

/** The last value that was written into each field, from entries of which the newest comes first; emptied ones are out. */
export function lastValues(entries: readonly HistoryEntry[]): Readonly<Record<string, FieldValue>> {
  const values = new Map<string, FieldValue>();
  for (const { field, after } of entries.flatMap(({ changes }) => changes)) {
    if (field !== 'deleted' && !values.has(field)) values.set(field, after);
  }
  return Object.fromEntries([...values].filter(([, value]) => value !== null));
}
