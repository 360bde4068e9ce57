import { expect, test } from 'vitest';
import { settleConflict } from '../../electron/services/consolidation/settleConflict.ts';
import { simulatedLaptop, type SimulatedLaptop } from '../proof/consolidation/simulatedLaptop.ts';
import { lostValues, outcomeOf, recordsOf } from '../proof/consolidation/whatIsLive.ts';
import { seededRandom } from '../proof/seededRandom.ts';

const item = { entity: 'evidence', entityId: 'minutes' } as const;

function twoLaptops(): readonly [SimulatedLaptop, SimulatedLaptop] {
  const random = seededRandom(2026);
  const laptops = [simulatedLaptop('Police', random), simulatedLaptop('Housing', random)] as const;
  const [police, housing] = laptops;
  police.workbook().changes.apply([{ ...item, set: { title: 'Minutes', shows: 'At first' } }], 'Add');
  housing.takeIn(police.handOver());
  return laptops;
}

test('what somebody wrote goes before the deletion that was settled on', () => {
  const [police, housing] = twoLaptops();
  housing.workbook().changes.apply([{ ...item, set: { shows: 'Written meanwhile' } }], 'Edit');
  const { changes } = police.workbook();
  changes.apply([changes.deletion(item.entity, item.entityId)], 'Delete');
  police.takeIn(housing.handOver());
  settleConflict(police.workbook(), { ...item, field: 'deleted', value: true, how: 'take' });

  const outcome = outcomeOf(police.database());
  expect(outcome.conflicts).toBe('');
  expect(lostValues(recordsOf(police.database()), outcome.live)).toEqual([]);
});

test('what was written on a consolidation comes back with it every time, however often it is undone', () => {
  const [police, housing] = twoLaptops();
  police.workbook().changes.apply([{ ...item, set: { shows: 'From the police' } }], 'Edit');
  const packet = police.handOver();
  housing.takeIn(packet);
  housing.workbook().changes.apply([{ ...item, set: { shows: 'Housing goes on' } }], 'Edit');
  const { state } = outcomeOf(housing.database());
  for (let time = 1; time <= 3; time += 1) {
    housing.undoLastConsolidation();
    expect(outcomeOf(housing.database()).state).not.toBe(state);
    housing.takeIn(packet);
    expect(outcomeOf(housing.database()).state).toBe(state);
  }
});

test('what was in conflict when it was deleted is in conflict again when it is kept, also after undoing and settling anew', () => {
  const [police, housing] = twoLaptops();
  police.workbook().changes.apply([{ ...item, set: { title: 'Minutes of May' } }], 'Edit');
  housing.workbook().changes.apply([{ ...item, set: { title: 'Minutes of June' } }], 'Edit');
  const before = housing.handOver();
  police.takeIn(before);
  const { changes } = police.workbook();
  changes.apply([changes.deletion(item.entity, item.entityId)], 'Delete');
  housing.workbook().changes.apply([{ ...item, set: { shows: 'Written meanwhile' } }], 'Edit');
  police.takeIn(housing.handOver());
  const keep = () =>
    settleConflict(police.workbook(), { ...item, field: 'deleted', value: false, how: 'take' });
  const titles = () => police.workbook().view(item.entity, item.entityId).fields['title']?.live;

  keep();
  expect(titles()?.map(({ value }) => value)).toEqual(['Minutes of June', 'Minutes of May']);
  changes.undo();
  expect(titles()).toBeUndefined();
  keep();
  expect(titles()?.map(({ value }) => value)).toEqual(['Minutes of June', 'Minutes of May']);
});

test('how a deletion was settled goes with what was written beside it, when that is undone', () => {
  const [police, housing] = twoLaptops();
  const { changes, states } = police.workbook();
  changes.apply([changes.deletion(item.entity, item.entityId)], 'Delete');
  housing.workbook().changes.apply([{ ...item, set: { shows: 'Written meanwhile' } }], 'Edit');
  const { state } = outcomeOf(police.database());
  police.takeIn(housing.handOver());
  settleConflict(police.workbook(), { ...item, field: 'deleted', value: false, how: 'take' });
  expect([...states.ofKind('settlement')]).toHaveLength(1);
  police.undoLastConsolidation();
  expect([...states.ofKind('settlement')]).toHaveLength(0);
  expect(outcomeOf(police.database()).state).toBe(state);
});
