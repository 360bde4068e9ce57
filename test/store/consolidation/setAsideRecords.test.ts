import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { sealRecord } from '../../../shared/domain/sealRecord.ts';
import { changeLog } from '../../../electron/store/changeLog.ts';
import { consolidationLog } from '../../../electron/store/consolidation/consolidationLog.ts';
import { readCanonicalState } from '../../../electron/store/consolidation/readCanonicalState.ts';
import { setAsideRecords } from '../../../electron/store/consolidation/setAsideRecords.ts';
import { checkProjections } from '../../../electron/store/file/checkProjections.ts';
import { sha256OfText } from '../../../electron/store/file/sha256.ts';
import { recordWriter } from '../../../electron/store/recordWriter.ts';
import { emptyWorkbook, takeIn } from '../../proof/consolidation/simulatedLaptop.ts';

type Database = ReturnType<typeof emptyWorkbook>;

let database: Database;
beforeEach(() => {
  database = emptyWorkbook();
});
afterEach(() => {
  database.close();
});

function title(
  number: number,
  entityId: string,
  value: string,
  ...parents: readonly ChangeRecord[]
): ChangeRecord {
  return sealRecord(
    {
      id: number.toString(16).padStart(32, '0'),
      workbook: 'proved-workbook',
      entity: 'evidence',
      entityId,
      set: { title: value },
      parents: { title: parents.map(({ id }) => id) },
      author: 'An officer',
      voice: 'partnership',
      replica: 'first-replica',
      at: '2026-05-03T09:00:00.000Z',
      app: 'test',
      schema: 1,
    },
    sha256OfText,
  );
}

function undoLast(): { readonly out: number; readonly own: number } {
  const log = consolidationLog(database);
  const last = log.list().find(({ undoneAt }) => undoneAt === null);
  if (last === undefined) throw new Error('There is one');
  const taken = setAsideRecords(database).takeOut(last.number, log.recordsOf(last.number));
  log.markUndone(last.number, '2026-05-03T10:00:00.000Z');
  return taken;
}

const state = (): string => readCanonicalState(database).sha256;

function problems(): readonly string[] {
  const found: string[] = [];
  checkProjections(database, ({ what }) => found.push(what));
  return found;
}

describe('setting aside what a consolidation brought', () => {
  it('leaves what was there before, though it builds on what goes: it waits again', () => {
    const start = title(1, 'evidence-1', 'Start');
    const later = title(2, 'evidence-1', 'Later', start);
    takeIn(database, [later], 'first');
    const before = state();
    takeIn(database, [start], 'second');
    expect(undoLast()).toEqual({ out: 1, own: 0 });
    expect(state()).toBe(before);
    expect(problems()).toEqual([]);
    takeIn(database, [start], 'again');
    expect(state()).toBe(before);
  });

  it('takes along what was written since on top of it, keeps what was not, and counts what is there', () => {
    const writer = recordWriter(database);
    const theirs = title(1, 'evidence-1', 'Theirs');
    writer.write([{ record: title(9, 'evidence-9', 'Ours') }]);
    takeIn(database, [theirs, title(2, 'evidence-2', 'Theirs too')], 'first');
    writer.write([
      { record: title(3, 'evidence-1', 'On top', theirs) },
      { record: title(4, 'evidence-4', 'Beside') },
    ]);
    const after = state();
    expect(undoLast()).toEqual({ out: 3, own: 1 });
    const titles = database.prepare('SELECT title FROM evidence ORDER BY title').pluck().all();
    expect(titles).toEqual(['Beside', 'Ours']);
    expect(changeLog(database).count()).toBe(2);
    expect(problems()).toEqual([]);
    expect(consolidationLog(database).notHandedOver()).toBe(2);

    takeIn(database, [theirs], 'again');
    takeIn(database, [title(2, 'evidence-2', 'Theirs too')], 'and again');
    expect(state()).toBe(after);
    expect(problems()).toEqual([]);
  });

  it('refuses a change under the number of another one, and takes nothing of its packet', () => {
    takeIn(database, [title(1, 'evidence-1', 'Start')], 'first');
    const before = state();
    const packet = [title(5, 'evidence-5', 'New'), title(1, 'evidence-1', 'Forged')];
    expect(() => takeIn(database, packet, 'second')).toThrow(expect.objectContaining({ code: 'damaged' }));
    expect(state()).toBe(before);
    expect(consolidationLog(database).list().length).toBe(1);
  });
});
