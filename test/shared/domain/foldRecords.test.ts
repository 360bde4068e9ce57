import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalForm } from '../../../shared/domain/canonicalForm.ts';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import {
  fieldsInConflict,
  isDeleted,
  withRecord,
  type EntityState,
} from '../../../shared/domain/entityState.ts';
import { entityKey, foldRecords, type FoldedWorkbook } from '../../../shared/domain/foldRecords.ts';
import { unionOfRecords } from '../../../shared/domain/unionOfRecords.ts';
import { historyArbitrary } from '../../builders/randomHistory.ts';
import { propertyRuns } from '../../builders/propertyRuns.ts';

describe('folding records', () => {
  it('gives one result in any order of arrival, with any repeats', () => {
    fc.assert(
      fc.property(historyArbitrary, fc.infiniteStream(fc.nat()), (history, random) => {
        const shuffled = shuffle([...history, ...history.slice(0, 5)], random);
        expect(spelled(foldRecords(unionOfRecords(shuffled, []).values()))).toBe(
          spelled(foldRecords(history)),
        );
      }),
      propertyRuns(1_000),
    );
  });

  it('taken in one record at a time gives what all of them at once give', () => {
    fc.assert(
      fc.property(historyArbitrary, fc.infiniteStream(fc.nat()), (history, random) => {
        const arrived = shuffle(history, random);
        expect(spelledStates(oneByOne(arrived))).toBe(spelled(foldRecords(history)));
      }),
      propertyRuns(1_000),
    );
  });

  it('loses nothing: every value ever written is live, or was replaced by somebody who saw it', () => {
    fc.assert(
      fc.property(historyArbitrary, (history) => {
        const reachable = reachableFromLive(history);
        for (const record of history) expect(reachable).toContain(record.id);
      }),
      propertyRuns(1_000),
    );
  });

  it('is not moved by clocks: other times give the same live values', () => {
    fc.assert(
      fc.property(
        historyArbitrary,
        fc.array(fc.date({ noInvalidDate: true }), { minLength: 1 }),
        (history, times) => {
          const retimed = history.map((record, index) => ({
            ...record,
            at: times[index % times.length]?.toISOString() ?? record.at,
          }));
          expect(spelled(foldRecords(retimed))).toBe(spelled(foldRecords(history)));
        },
      ),
      propertyRuns(1_000),
    );
  });

  it('would not pass if the last writer won: that rule loses values that nobody saw', () => {
    const [mine, theirs] = twoAtOnce();
    const lastWriter = [mine, theirs].toSorted((left, right) => (left.at < right.at ? -1 : 1)).at(-1);
    const live = foldRecords([mine, theirs]).get(entityKey('evidence', 'evidence-1'))?.get('title');
    expect(live?.map(({ value }) => value)).toEqual(['adequate', 'good']);
    expect([lastWriter?.set['title']]).not.toEqual(live?.map(({ value }) => value));
  });

  it('takes equal values written apart as one settled value held by both records', () => {
    const [mine, theirs] = twoAtOnce('good', 'good');
    const live = foldRecords([theirs, mine]).get(entityKey('evidence', 'evidence-1'))?.get('title');
    expect(live).toEqual([{ value: 'good', records: [mine.id, theirs.id] }]);
  });

  it('keeps both sides when one deletes what another changes without knowing', () => {
    const [mine, theirs] = twoAtOnce();
    const deletion: ChangeRecord = {
      ...mine,
      id: 'd'.repeat(32),
      set: { deleted: true },
      parents: { title: [mine.id], deleted: [] },
    };
    const state = oneByOne([mine, theirs, deletion]).get(entityKey('evidence', 'evidence-1')) ?? {};
    expect(isDeleted(state)).toBe(true);
    expect(fieldsInConflict(state)).toEqual(['deleted']);
    expect(state['title']?.map(([, value]) => value)).toEqual(['adequate']);
  });

  it('does not let a parent that arrives late come back to life', () => {
    const [mine] = twoAtOnce();
    const later: ChangeRecord = {
      ...mine,
      id: 'e'.repeat(32),
      set: { title: 'very good' },
      parents: { title: [mine.id] },
    };
    const state = oneByOne([later, mine]).get(entityKey('evidence', 'evidence-1')) ?? {};
    expect(state['title']).toEqual([[later.id, 'very good']]);
  });
});

function twoAtOnce(mine = 'good', theirs = 'adequate'): readonly [ChangeRecord, ChangeRecord] {
  const common = {
    workbook: 'workbook-1',
    entity: 'evidence',
    entityId: 'evidence-1',
    parents: { title: [] },
    author: 'Officer',
    voice: 'partnership',
    replica: 'laptop',
    app: '0.1.0',
    schema: 1,
    hash: '0'.repeat(64),
  };
  return [
    { ...common, id: 'a'.repeat(32), set: { title: mine }, at: '2026-10-01T10:00:00.000Z' },
    { ...common, id: 'b'.repeat(32), set: { title: theirs }, at: '2026-10-02T10:00:00.000Z' },
  ];
}

function shuffle<Value>(values: readonly Value[], random: fc.Stream<number>): Value[] {
  const keys = random.take(values.length);
  return values
    .map((value) => ({ value, key: keys.next().value ?? 0 }))
    .toSorted((left, right) => left.key - right.key)
    .map(({ value }) => value);
}

function oneByOne(records: readonly ChangeRecord[]): ReadonlyMap<string, EntityState> {
  const states = new Map<string, EntityState>();
  const arrived: ChangeRecord[] = [];
  for (const record of records) {
    const key = entityKey(record.entity, record.entityId);
    const isReplaced = (field: string): boolean =>
      arrived.some((other) => other.parents[field]?.includes(record.id));
    states.set(key, withRecord(states.get(key) ?? {}, record, isReplaced));
    arrived.push(record);
  }
  return states;
}

/** Ids of the records that hold a live value, and of all that these replaced, and so on. */
function reachableFromLive(history: readonly ChangeRecord[]): ReadonlySet<string> {
  const byId = new Map(history.map((record) => [record.id, record]));
  const waiting = [...foldRecords(history).values()].flatMap((fields) =>
    [...fields.values()].flatMap((live) => live.flatMap(({ records }) => records)),
  );
  const reached = new Set<string>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...Object.values(byId.get(id)?.parents ?? {}).flat());
  }
  return reached;
}

function spelled(folded: FoldedWorkbook): string {
  return spelledStates(
    new Map(
      [...folded].map(([key, fields]) => [
        key,
        Object.fromEntries(
          [...fields].map(([field, live]) => [
            field,
            live
              .flatMap(({ value, records }) => records.map((record) => [record, value] as const))
              .toSorted(([left], [right]) => (left < right ? -1 : 1)),
          ]),
        ),
      ]),
    ),
  );
}

function spelledStates(states: ReadonlyMap<string, EntityState>): string {
  const filled = [...states].filter(([, state]) => Object.keys(state).length > 0);
  return canonicalForm(Object.fromEntries(filled));
}
