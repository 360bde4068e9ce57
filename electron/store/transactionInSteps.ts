import type { Database } from 'better-sqlite3';
import { inTurns, type Steps } from './steps.ts';

/** In kilobytes: what is written goes to the log once, and not each time that its page makes room for another. */
const ROOMY = 'cache_size = -65536';

/**
 * Does work in one transaction without holding up the program: between steps windows get their turn, and stopping is heard.
 * When this resolves everything is committed and synced; when it rejects nothing has changed. The caller has the connection
 * alone; see `turnsOf`.
 *
 * @throws WorkbookError `cancelled`; whatever the work throws.
 */
export async function transactionInSteps<Result>(
  database: Database,
  work: Steps<Result>,
  signal: AbortSignal,
): Promise<Result> {
  const usual = Number(database.pragma('cache_size', { simple: true }));
  database.pragma(ROOMY);
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = await inTurns(work, signal);
    database.exec('COMMIT');
    return result;
  } catch (cause) {
    // A full disk can have ended the transaction already.
    if (database.inTransaction) database.exec('ROLLBACK');
    throw cause;
  } finally {
    database.pragma(`cache_size = ${usual}`);
  }
}
