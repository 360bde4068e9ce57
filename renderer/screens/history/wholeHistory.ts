import type { WorkbookClient } from '../../../shared/api/client.ts';
import type { HistoryEntry } from '../../../shared/api/views/searchView.ts';

/** What one reading may ask for. */
const MOST_ENTRIES = 200;

/** Every change of one entry, the newest first. */
export async function wholeHistory(
  client: Pick<WorkbookClient, 'call'>,
  of: { readonly entity: string; readonly entityId: string },
): Promise<readonly HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  let before: number | null = null;
  do {
    const page: { entries: HistoryEntry[]; next: number | null } = await client.call('read-history', {
      ...of,
      ...(before === null ? {} : { before }),
      limit: MOST_ENTRIES,
    });
    entries.push(...page.entries);
    before = page.next;
  } while (before !== null);
  return entries;
}
