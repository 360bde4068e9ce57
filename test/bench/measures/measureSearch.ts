import { commonestWord } from '../benchText.ts';
import { openBench } from '../openBench.ts';
import { bareCopy } from './bareCopy.ts';
import { type Bench, type Timing, timed } from './measure.ts';

const LIMIT = 50;
const ROUNDS = 5;
/** Typed letter by letter, each letter a search: one letter, the commonest word, two words, a rare one, none at all. */
const typed = [commonestWord, 'justice plan', 'reoffending', 'verlaming', 'qqq'];

/** Search as one types, through the dispatcher, beside the bare query on the same index with the same limit. */
export async function measureSearch(bench: Bench, floorOnly: boolean): Promise<readonly Timing[]> {
  const bare = bareCopy(bench);
  const byRelevance = bare.prepare<[string, number]>(bareQuery('rank'));
  const newestFirst = bare.prepare<[string, number]>(bareQuery('rowid DESC'));
  const ours = floorOnly ? undefined : await openBench(bench.folder);
  const times = { ours: [] as number[], byRelevance: [] as number[], newestFirst: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const text of typed.flatMap(beginnings)) {
      const query = bareWords(text);
      times.byRelevance.push(await timed(() => byRelevance.all(query, LIMIT)));
      times.newestFirst.push(await timed(() => newestFirst.all(query, LIMIT)));
      if (ours !== undefined) times.ours.push(await timed(() => ours.call('search', { text, limit: LIMIT })));
    }
  }
  await ours?.close();
  bare.close();
  return [
    {
      what: 'Search as one types',
      ours: times.ours,
      floor: times.byRelevance,
      floorIs: 'bare FTS5 query by relevance, hits read',
      aim: 2,
    },
    {
      what: 'Search as one types',
      ours: times.ours,
      floor: times.newestFirst,
      floorIs: 'bare FTS5 query, newest first, hits read',
      aim: null,
    },
  ];
}

/** The numbers of what is found and, as a list of hits needs it, what they hold. */
function bareQuery(order: string): string {
  return `SELECT fields FROM (SELECT rowid AS found FROM search_text WHERE search_text MATCH ? ORDER BY ${order} LIMIT ?)
    CROSS JOIN entity_state ON entity_state.number = found`;
}

function bareWords(text: string): string {
  return `${text
    .trim()
    .split(' ')
    .map((word) => `"${word}"`)
    .join(' ')}*`;
}

function beginnings(text: string): readonly string[] {
  return Array.from({ length: text.length }, (_, index) => text.slice(0, index + 1));
}
