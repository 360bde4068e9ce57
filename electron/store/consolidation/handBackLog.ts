import type { Database } from 'better-sqlite3';

/** Somebody who sent something: a laptop alone does not say who, where the workbook was copied as a folder. */
export type Contributor = { readonly replica: string; readonly author: string };

/** To whom this copy has written a hand-back, and when. Callers bring their own transaction. */
export function handBackLog(database: Database) {
  const put = database.prepare<[string, string, string]>(
    `INSERT INTO hand_back (replica, author, at) VALUES (?, ?, ?)
     ON CONFLICT (replica, author) DO UPDATE SET at = excluded.at`,
  );
  const get = database
    .prepare<[string, string], string>('SELECT at FROM hand_back WHERE replica = ? AND author = ?')
    .pluck();

  return {
    note({ replica, author }: Contributor, at: string): void {
      put.run(replica, author, at);
    },

    /** When the last one was written, ISO 8601; undefined for none. */
    lastTo: ({ replica, author }: Contributor): string | undefined => get.get(replica, author),
  };
}
