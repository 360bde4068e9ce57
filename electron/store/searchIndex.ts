import type { Database } from 'better-sqlite3';
import { searchableTexts } from '../../shared/domain/searchableText.ts';
import { entityStates } from './entityStates.ts';

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

    /** Numbers of the entities that hold all of the words, the last one as a beginning; best first, up to `limit`. */
    find(text: string, limit: number): readonly number[] {
      this.indexPending();
      const query = matchQuery(text);
      if (query === undefined) return [];
      const found = newest.all(query, RANKED_UP_TO + 1);
      return found.length > RANKED_UP_TO ? found.slice(0, limit) : ranked.all(query, limit);
    },
  };
}

/** FTS5's own query language is kept from people's input: every word is quoted, the last one is a beginning. */
export function matchQuery(text: string): string | undefined {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu);
  if (words === null) return undefined;
  return words.map((word, index) => (index === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ');
}
