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
  return { remembered, count, add, timesAsked: () => asked };
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
