import { expect, it } from 'vitest';
import { entityOfHistory } from '../../../../renderer/screens/settings/useWorkbookEntity.ts';
import { aHistoryEntry } from '../../support/aHistoryEntry.ts';

it('adds a history up to the values that stand and the records that hold them', () => {
  const entity = entityOfHistory([
    aHistoryEntry('r4', 'marking', 'OFFICIAL', true),
    aHistoryEntry('r3', 'round', '2027-28', true),
    aHistoryEntry('r2', 'round', '2026-27', true),
    aHistoryEntry('r1', 'marking', '', false),
  ]);
  expect(entity.seen).toEqual({ marking: ['r4'], round: ['r3', 'r2'] });
  expect(entity.conflicts).toEqual(['round']);
});

it('takes two records of the same value as one value', () => {
  const entity = entityOfHistory([
    aHistoryEntry('r2', 'round', '2026', true),
    aHistoryEntry('r1', 'round', '2026', true),
  ]);
  expect(entity.fields['round']?.live).toHaveLength(1);
  expect(entity.conflicts).toEqual([]);
});
