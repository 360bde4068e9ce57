import { expect, it } from 'vitest';
import { entityOfHistory } from '../../../../renderer/screens/settings/useWorkbookEntity.ts';
import type { HistoryEntry } from '../../../../shared/api/views/searchView.ts';

function entry(record: string, field: string, after: string, live: boolean): HistoryEntry {
  return {
    record,
    entity: 'workbook',
    entityId: 'workbook',
    label: 'This workbook',
    stamp: { author: 'A', voice: 'partnership', replica: 'r', at: '2026-10-03T09:00:00.000Z' },
    voiceName: 'the partnership',
    changes: [{ field, fieldLabel: field, before: null, after, live }],
  };
}

it('adds a history up to the values that stand and the records that hold them', () => {
  const entity = entityOfHistory([
    entry('r4', 'marking', 'OFFICIAL', true),
    entry('r3', 'round', '2027-28', true),
    entry('r2', 'round', '2026-27', true),
    entry('r1', 'marking', '', false),
  ]);
  expect(entity.seen).toEqual({ marking: ['r4'], round: ['r3', 'r2'] });
  expect(entity.conflicts).toEqual(['round']);
});

it('takes two records of the same value as one value', () => {
  const entity = entityOfHistory([entry('r2', 'round', '2026', true), entry('r1', 'round', '2026', true)]);
  expect(entity.fields['round']?.live).toHaveLength(1);
  expect(entity.conflicts).toEqual([]);
});
