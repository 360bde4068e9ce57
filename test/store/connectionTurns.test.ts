import DatabaseConnection from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { turnsOf } from '../../electron/store/connectionTurns.ts';
import { inTurns, type Steps } from '../../electron/store/steps.ts';
import { transactionInSteps } from '../../electron/store/transactionInSteps.ts';

const never = new AbortController().signal;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('turns of a connection', () => {
  it('lets others in beside each other, and nobody beside one who has it alone', async () => {
    const turns = turnsOf(new DatabaseConnection(':memory:'));
    const order: string[] = [];
    let end = (): void => undefined;
    let finish = (): void => undefined;
    const sharing = turns.share(() => new Promise<void>((resolve) => (end = resolve)));
    expect(turns.share(() => 'at once')).toBe('at once');
    const alone = turns.alone(async () => {
      order.push('begins');
      await new Promise<void>((resolve) => (finish = resolve));
      order.push('ends');
    }, never);
    await turn();
    expect(order).toEqual([]);
    end();
    await sharing;
    await turn();
    expect(turns.isTaken()).toBe(true);
    const late = [1, 2, 3].map((place) => turns.share(() => order.push(`later ${place}`)));
    finish();
    await Promise.all([alone, ...late]);
    expect(order).toEqual(['begins', 'ends', 'later 1', 'later 2', 'later 3']);
    expect(turns.isTaken()).toBe(false);
  });

  it('gives the turn on when somebody fails, and when somebody stops waiting for it', async () => {
    const turns = turnsOf(new DatabaseConnection(':memory:'));
    expect(() =>
      turns.share(() => {
        throw new Error('failed');
      }),
    ).toThrow('failed');
    await expect(turns.alone(() => Promise.reject(new Error('failed too')), never)).rejects.toThrow('too');
    let end = (): void => undefined;
    const sharing = turns.share(() => new Promise<void>((resolve) => (end = resolve)));
    const stop = new AbortController();
    const waiting = turns.alone(() => Promise.resolve('never'), stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    end();
    await sharing;
    expect(await turns.alone(() => Promise.resolve('mine'), never)).toBe('mine');
  });
});

describe('a transaction in steps', () => {
  it('is committed at the end, and leaves nothing when it is stopped or fails on the way', async () => {
    const database = new DatabaseConnection(':memory:');
    database.exec('CREATE TABLE number (value INTEGER)');
    const count = (): unknown => database.prepare('SELECT count(*) FROM number').pluck().get();
    const insert = database.prepare('INSERT INTO number VALUES (?)');
    const stop = new AbortController();
    function* steps(at: number, then: () => void): Steps<string> {
      for (let value = 0; value < 30; value += 1) {
        if (value === at) then();
        insert.run(value);
        yield;
      }
      return 'done';
    }
    expect(
      await transactionInSteps(
        database,
        steps(-1, () => {}),
        never,
      ),
    ).toBe('done');
    expect(count()).toBe(30);
    const failing = (): never => {
      throw new Error('failed');
    };
    await expect(transactionInSteps(database, steps(20, failing), never)).rejects.toThrow('failed');
    await expect(
      transactionInSteps(
        database,
        steps(20, () => stop.abort()),
        stop.signal,
      ),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect([count(), database.inTransaction]).toEqual([30, false]);
  });

  it('lets the program do other things meanwhile, and the work tidy up when it is stopped', async () => {
    let tidied = false;
    const stop = new AbortController();
    function* endless(): Steps<void> {
      try {
        for (;;) yield;
      } finally {
        tidied = true;
      }
    }
    setTimeout(() => stop.abort(), 30);
    await expect(inTurns(endless(), stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
    expect(tidied).toBe(true);
  });
});
