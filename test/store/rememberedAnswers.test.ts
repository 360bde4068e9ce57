import { describe, expect, it } from 'vitest';
import { connectToMemory } from '../../electron/store/file/storeConnection.ts';
import { rememberedAnswers } from '../../electron/store/rememberedAnswers.ts';

function counting() {
  const database = connectToMemory();
  database.exec('CREATE TABLE thing (name TEXT)');
  const remembered = rememberedAnswers(database);
  let asked = 0;
  const count = remembered.by((name) => {
    asked += 1;
    return (
      database.prepare<[string], number>('SELECT count(*) FROM thing WHERE name = ?').pluck().get(name) ?? 0
    );
  });
  const add = (name: string): unknown => database.prepare('INSERT INTO thing (name) VALUES (?)').run(name);
  return { database, remembered, count, add, timesAsked: () => asked };
}

describe('remembered answers', () => {
  it('are asked for once while nothing is written', () => {
    const { count, timesAsked } = counting();
    expect([count('a'), count('a'), count('b'), count('b')]).toEqual([0, 0, 0, 0]);
    expect(timesAsked()).toBe(2);
  });

  it('are asked for again after anything was written, whoever wrote it', () => {
    const { count, add } = counting();
    expect(count('a')).toBe(0);
    add('a');
    expect(count('a')).toBe(1);
  });

  it('are kept through a write that is said not to matter', () => {
    const { remembered, count, add, timesAsked } = counting();
    count('a');
    remembered.keepThrough(() => add('other'));
    count('a');
    expect(timesAsked()).toBe(1);
  });

  it('are not kept through such a write when another came before it', () => {
    const { remembered, count, add } = counting();
    count('a');
    add('a');
    remembered.keepThrough(() => add('other'));
    expect(count('a')).toBe(1);
  });
});

describe('remembered counts', () => {
  function countingThings() {
    const { remembered, add, database } = counting();
    let timesAsked = 0;
    const sums = (where: string, ...values: string[]) =>
      new Map(
        database
          .prepare<string[], { name: string; count: number }>(
            `SELECT name, count(*) AS count FROM thing ${where} GROUP BY name`,
          )
          .all(...values)
          .map(({ name, count }) => [name, count] as const),
      );
    const counts = remembered.counts(
      () => {
        timesAsked += 1;
        return sums('');
      },
      (_key, items) => sums('WHERE name IN (SELECT value FROM json_each(?))', JSON.stringify(items)),
    );
    return { remembered, add, counts: () => [...counts('all')], timesAsked: () => timesAsked };
  }

  it('follow a change of a few items without being asked for again', () => {
    const { remembered, add, counts, timesAsked } = countingThings();
    add('a');
    expect(counts()).toEqual([['a', 1]]);
    remembered.changing(['a', 'b'], () => [add('a'), add('b')]);
    expect(counts()).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(timesAsked()).toBe(1);
  });

  it('are asked for again after a change that another one came before', () => {
    const { remembered, add, counts } = countingThings();
    counts();
    add('a');
    remembered.changing(['b'], () => add('b'));
    expect(counts()).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('are asked for again after a change that did not succeed', () => {
    const { remembered, add, counts } = countingThings();
    counts();
    expect(() =>
      remembered.changing(['a'], () => {
        add('a');
        throw new Error('The disk is full');
      }),
    ).toThrow('full');
    expect(counts()).toEqual([['a', 1]]);
  });

  it('let the other answers be asked for again', () => {
    const { remembered, add, count } = counting();
    expect(count('a')).toBe(0);
    remembered.changing(['a'], () => add('a'));
    expect(count('a')).toBe(1);
  });
});
