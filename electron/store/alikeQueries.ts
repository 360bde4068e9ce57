import type { Database } from 'better-sqlite3';

/** Titles read at once. */
const AT_ONCE = 5_000;

/** Pieces of evidence that are not deleted, joined ones among them, by what may make them alike. */
export function alikeQueries(database: Database) {
  const files = database
    .prepare<[], [string, string]>(
      `SELECT sha256, evidence_id FROM attachment
       WHERE sha256 IN (SELECT sha256 FROM attachment GROUP BY sha256 HAVING count(*) > 1)
         AND evidence_id IN (SELECT id FROM evidence WHERE deleted <> 1)
       ORDER BY sha256, evidence_id`,
    )
    .raw();
  const titles = database
    .prepare<[string, number], [titleKey: string, evidenceId: string, number: number]>(
      // In the order of the index on titles, which ends in the number.
      `SELECT title_key, id, number FROM evidence
       WHERE (title_key, number) > (?, ?) AND title_key <> '' AND deleted <> 1
       ORDER BY title_key, number LIMIT ${AT_ONCE}`,
    )
    .raw();

  const rowsChanged = database.prepare<[], number>('SELECT total_changes()').pluck();

  return {
    /** Another number once anything has been written. */
    stamp: (): number => rowsChanged.get() ?? -1,
    /** The pieces that share a file, file by file. */
    withSameFile: (): readonly (readonly [sha256: string, evidenceId: string])[] => files.all(),
    /** The pieces with the words of their titles (see `titleKey`), some at a time, those with the same words together. */
    *byTitle(): Generator<readonly (readonly [titleKey: string, evidenceId: string, number: number])[]> {
      for (let rows = titles.all('', 0); rows.length > 0;) {
        yield rows;
        const [key, , number] = rows.at(-1) ?? ['', '', 0];
        rows = rows.length < AT_ONCE ? [] : titles.all(key, number);
      }
    },
  };
}
