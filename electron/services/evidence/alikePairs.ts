import { setImmediate as pause } from 'node:timers/promises';
import { alikeTitles } from '../../../shared/domain/alikeTitles.ts';
import { alikeQueries } from '../../store/alikeQueries.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/** Two pieces that may be one. */
export type Pair = { readonly one: string; readonly other: string; readonly why: string };

/** Nobody goes through more; once some are joined, others come up. */
const MOST = 5_000;

const SAME_FILE = 'The same file is attached.';
const SAME_TITLE = 'The title is the same.';
const NEAR_TITLE = 'The title is nearly the same.';

/**
 * Pairs of pieces that look alike, those with the same file first. Of many that share a file or a title each is paired with
 * the first of them only. Takes about a second for a hundred thousand pieces, and lets others work in between.
 */
export async function alikePairs(workbook: OpenWorkbook): Promise<readonly Pair[]> {
  const queries = alikeQueries(workbook.database);
  const found = new Map<string, Pair>();
  const add = (one: string, other: string, why: string): void => {
    const key = one < other ? `${one} ${other}` : `${other} ${one}`;
    if (!found.has(key) && found.size < MOST) found.set(key, { one, other, why });
  };
  for (const [one, other] of withFirst(queries.withSameFile())) add(one, other, SAME_FILE);
  await pause();
  const titles: (readonly [titleKey: string, evidenceId: string, number: number])[] = [];
  for (const some of queries.byTitle()) {
    titles.push(...some);
    await pause();
  }
  for (const [one, other] of withFirst(titles)) add(one, other, SAME_TITLE);
  const firsts = titles.filter(([key], index) => key !== titles[index - 1]?.[0]);
  for (const pair of alikeTitles(firsts.map(([key]) => key))) {
    if (found.size === MOST) break;
    if (pair === undefined) {
      await pause();
      continue;
    }
    const [one, other] = pair.map((place) => firsts[place]?.[1]);
    if (one !== undefined && other !== undefined) add(one, other, NEAR_TITLE);
  }
  return [...found.values()];
}

/** The first of each group with every other one of it. */
function* withFirst(
  rows: readonly (readonly [group: string, id: string, ...unknown[]])[],
): Generator<readonly [string, string]> {
  let first: readonly [string, string, ...unknown[]] | undefined;
  for (const row of rows) {
    if (first?.[0] !== row[0]) first = row;
    else yield [first[1], row[1]];
  }
}
