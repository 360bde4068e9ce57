import type { Database } from 'better-sqlite3';

/** Questions about joined evidence in an open workbook. */
export function joinedQueries(database: Database) {
  const standIn = database
    .prepare<[string], string>('SELECT stands_in FROM joined WHERE evidence_id = ?')
    .pluck();
  const standsFor = database
    .prepare<[string], string>('SELECT evidence_id FROM joined WHERE stands_in = ? ORDER BY evidence_id')
    .pluck();
  const isJoined = database
    .prepare<[string, string], number>(
      'SELECT EXISTS (SELECT 1 FROM joining WHERE one = ?) OR EXISTS (SELECT 1 FROM joining WHERE other = ?)',
    )
    .pluck();
  const neighbours = database
    .prepare<[string, string], string>(
      'SELECT other FROM joining WHERE one = ? UNION SELECT one FROM joining WHERE other = ? ORDER BY 1',
    )
    .pluck();

  const hidden = database.prepare<[], { number: number; stand_in: number }>(
    `SELECT other.number, stand.number AS stand_in FROM joined
     JOIN evidence AS other ON other.id = joined.evidence_id JOIN evidence AS stand ON stand.id = stands_in`,
  );
  const matches = database
    .prepare<[string, number], number>('SELECT 1 FROM search_text WHERE search_text MATCH ? AND rowid = ?')
    .pluck();

  return {
    /** The numbers of the pieces that stand for one in which the words of a query of the search index are. */
    standInsMatching: (query: string): readonly number[] => [
      ...new Set(
        hidden
          .all()
          .filter(({ number }) => matches.get(query, number) !== undefined)
          .map(({ stand_in }) => stand_in),
      ),
    ],
    /** The piece that stands for this one; undefined when it stands for itself. */
    standInOf: (evidenceId: string): string | undefined => standIn.get(evidenceId),
    /** The pieces that this one stands for. */
    standsForOf: (evidenceId: string): readonly string[] => standsFor.all(evidenceId),
    /** Whether it was joined with any other. */
    isJoined: (evidenceId: string): boolean => isJoined.get(evidenceId, evidenceId) === 1,
    /** The pieces that this one was joined with directly. */
    joinedWith: (evidenceId: string): readonly string[] => neighbours.all(evidenceId, evidenceId),
  };
}
