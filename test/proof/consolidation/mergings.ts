import type { ChangeRecord, FieldValue } from '../../../shared/domain/changeRecord.ts';
import { emptyWorkbook, takeIn, type PacketChanges } from './simulatedLaptop.ts';
import { outcomeOf, type LiveValue, type Outcome } from './whatIsLive.ts';

/** A way of merging changes that come in one lot after another. */
export type Merging = {
  readonly name: string;
  readonly merge: (lots: readonly PacketChanges[]) => Outcome;
};

/** The program's own. */
export const setUnion: Merging = {
  name: 'any order gives one state',
  merge(lots) {
    const database = emptyWorkbook();
    for (const [number, lot] of lots.entries()) takeIn(database, lot, `lot ${number}`);
    const outcome = outcomeOf(database);
    database.close();
    return outcome;
  },
};

/** What must be seen to fail: of two values the later one, by the clocks, stays, and the other one vanishes. */
export const lastWriterWins: Merging = {
  name: 'the last writer wins',
  merge(lots) {
    const winners = new Map<string, { readonly record: ChangeRecord; readonly field: string }>();
    for (const record of lots.flat()) {
      for (const field of Object.keys(record.set)) {
        const key = `${record.entity} ${record.entityId} ${field}`;
        const known = winners.get(key)?.record;
        if (known === undefined || `${known.at}${known.id}` < `${record.at}${record.id}`)
          winners.set(key, { record, field });
      }
    }
    const keys = [...winners.keys()].toSorted();
    const state = keys.map((key) => `${key} ${winners.get(key)?.record.id}`).join('\n');
    const live = [...winners.values()].map(({ record, field }) => ({ record: record.id, field }));
    return { state, conflicts: '', live };
  },
};

type Standing = { readonly value: FieldValue; readonly live: LiveValue };

/** What must be seen to fail: each lot is merged into what came of those before, three ways. */
export const sequentialMerge: Merging = {
  name: 'one merge after another',
  merge(lots) {
    const values = new Map<string, Standing>();
    for (const record of lots.flat()) {
      for (const [field, value] of Object.entries(record.set)) {
        const key = `${record.entity} ${record.entityId} ${field}`;
        const ours = values.get(key);
        const isUnchanged = ours === undefined || (record.parents[field] ?? []).includes(ours.live.record);
        if (isUnchanged) values.set(key, { value, live: { record: record.id, field } });
      }
    }
    const keys = [...values.keys()].toSorted();
    const state = keys.map((key) => `${key} ${JSON.stringify(values.get(key)?.value)}`).join('\n');
    return { state, conflicts: '', live: [...values.values()].map(({ live }) => live) };
  },
};
