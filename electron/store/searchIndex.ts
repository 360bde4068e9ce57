import type { Database } from 'better-sqlite3';
import { searchableTexts } from '../../shared/domain/searchableText.ts';
import type { EntityState } from '../../shared/domain/entityState.ts';
import { entityStates } from './entityStates.ts';

/** An entity that holds the words. */
export type Found = {
  readonly entity: string;
  /** Of joined evidence the piece that is listed for all of them. */
  readonly entityId: string;
  /** The current values in which the words are, which may be those of a piece that another one stands for. */
  readonly state: EntityState;
  /** The title of the piece that is listed; null for what is no evidence. */
  readonly title: string | null;
};

type FoundRow = {
  readonly entity: string;
  readonly entity_id: string;
  readonly fields: string;
  readonly title: string | null;
};

/** Full-text search over every text of the workbook. */
export type SearchIndex = ReturnType<typeof searchIndex>;

/**
 * Above this many matches, ranking them all by relevance would hold up the typing; the newest are listed instead.
 * People who get that many type a further letter.
 */
const RANKED_UP_TO = 400;

/** Entities indexed in one transaction where nobody wants to do anything in between. */
const AT_ONCE = 5_000;

/** The search index of an open workbook. */
export function searchIndex(database: Database) {
  const states = entityStates(database);
  const pending = database.prepare<[number], number>('SELECT number FROM search_pending LIMIT ?').pluck();
  const settle = database.prepare<[number]>('DELETE FROM search_pending WHERE number = ?');
  const drop = database.prepare<[number]>('DELETE FROM search_text WHERE rowid = ?');
  const add = database.prepare<[number, string]>('INSERT INTO search_text (rowid, words) VALUES (?, ?)');
  const newest = database
    .prepare<[string, number], number>(
      'SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .pluck();
  const ranked = database
    .prepare<[string, number], number>(
      'SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY rank LIMIT ?',
    )
    .pluck();

  // The plus keeps SQLite from searching once for each entity of the kinds.
  const newestAmong = database
    .prepare<[string, string, number], number>(
      `SELECT rowid FROM search_text WHERE search_text MATCH ? AND +rowid IN
         (SELECT number FROM entity_state WHERE entity IN (SELECT value FROM json_each(?)))
       ORDER BY rowid DESC LIMIT ?`,
    )
    .pluck();

  // All at once: the hits of a search cost more than the search when each is asked for by itself.
  const described = database.prepare<[string], FoundRow>(
    `SELECT entity, coalesce(stands_in, entity_id) AS entity_id, fields, title
     FROM json_each(?) AS wanted CROSS JOIN entity_state ON entity_state.number = wanted.value
     LEFT JOIN joined ON entity = 'evidence' AND joined.evidence_id = entity_id
     LEFT JOIN evidence ON entity = 'evidence' AND evidence.id = coalesce(stands_in, entity_id)
     ORDER BY wanted.key`,
  );

  const indexSome = database.transaction((numbers: readonly number[]): void => {
    for (const number of numbers) {
      drop.run(number);
      const stored = states.byNumber(number);
      if (stored !== undefined) add.run(number, searchableTexts(stored.entity, stored.state).join('\n'));
      settle.run(number);
    }
  });

  return {
    /**
     * Brings up to `most` entities of the index up to date and answers how many there were. Saving only notes what
     * changed, so that it costs the same however much there is to index.
     */
    indexSome(most: number): number {
      const numbers = pending.all(most);
      if (numbers.length > 0) indexSome(numbers);
      return numbers.length;
    },

    /** Brings the whole index up to date, as before a search. */
    indexPending(): void {
      while (this.indexSome(AT_ONCE) === AT_ONCE);
    },

    /**
     * Numbers of the entities that hold all of the words, the last one as a beginning; best first, up to `limit`. Of the
     * kinds `among`, where they are given: then the newest first.
     */
    find(text: string, limit: number, among?: readonly string[]): readonly number[] {
      this.indexPending();
      const query = matchQuery(text);
      if (query === undefined) return [];
      if (among !== undefined) return newestAmong.all(query, JSON.stringify(among), limit);
      const found = newest.all(query, RANKED_UP_TO + 1);
      return found.length > RANKED_UP_TO ? found.slice(0, limit) : ranked.all(query, limit);
    },

    /** The entities of numbers that `find` answered, in that order. */
    found: (numbers: readonly number[]): readonly Found[] =>
      described.all(JSON.stringify(numbers)).map(({ entity, entity_id: entityId, fields, title }) => ({
        entity,
        entityId,
        // Written from an EntityState; see `entityStates`.
        state: JSON.parse(fields) as EntityState,
        title,
      })),
  };
}

/** FTS5's own query language is kept from people's input: every word is quoted, the last one is a beginning. */
export function matchQuery(text: string): string | undefined {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu);
  if (words === null) return undefined;
  return words.map((word, index) => (index === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ');
}
