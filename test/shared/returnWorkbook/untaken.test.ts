import { describe, expect, it } from 'vitest';
import { listedUntaken, untakenCell } from '../../../shared/domain/returnWorkbook/untaken.ts';

const cell = untakenCell(
  {
    sheet: 'Evidence',
    row: 6,
    column: 2,
    content: { kind: 'number', number: 4, day: null, isPercentage: false },
    formula: false,
    hidden: false,
  },
  'This is a number and not a date.',
);

describe('the list of cells that were not taken', () => {
  it('names each by its address and what stood there', () => {
    expect(cell).toEqual({
      sheet: 'Evidence',
      cell: 'C7',
      value: '4',
      reason: 'This is a number and not a date.',
    });
  });

  it.each([
    [2_000, undefined],
    [2_001, 'One more is not listed.'],
    [4_500, '2,500 more are not listed.'],
  ])('of %i says how many it leaves out', (count, reason) => {
    const listed = listedUntaken(Array.from({ length: count }, () => cell));
    expect(listed[1_999]).toBe(cell);
    expect(listed[2_000]?.reason).toBe(reason);
    expect(listed.length).toBeLessThanOrEqual(2_001);
  });
});
