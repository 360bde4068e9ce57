import type { ContributorView } from '../../../shared/api/views/consolidationView.ts';
import { handBackLog } from '../../store/consolidation/handBackLog.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/** Everybody whose packets or returned workbooks have been taken in and stand, in the order of their names. */
export function listContributors(workbook: OpenWorkbook): ContributorView[] {
  const log = handBackLog(workbook.database);
  const found = new Map<string, ContributorView>();
  const standing = workbook.consolidations.list().filter(({ undoneAt }) => undoneAt === null);
  // Newest first: what they are called now is what the newest says.
  for (const { at, receipt } of standing) {
    for (const { replica, author, voiceName } of receipt.sources) {
      const key = `${replica} ${author}`;
      const known = found.get(key);
      found.set(
        key,
        known === undefined
          ? {
              replica,
              author,
              voiceName,
              packets: 1,
              takenAt: at,
              handedBackAt: log.lastTo({ replica, author }) ?? null,
            }
          : { ...known, packets: known.packets + 1 },
      );
    }
  }
  return [...found.values()].toSorted((left, right) => nameOf(left).localeCompare(nameOf(right), 'en-GB'));
}

/** What a contributor is called. */
export function nameOf({ author, voiceName }: Pick<ContributorView, 'author' | 'voiceName'>): string {
  return author === '' ? voiceName : author;
}
