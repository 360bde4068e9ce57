import { isContinued } from './layOutRows.ts';
import type { Cell, Column, Counted } from './sheetModel.ts';

/** Counts by a sheet's rules while its rows go past, on the way into the file and on the way out of it. */
export function rowCounter(columns: readonly Pick<Column, 'key'>[], counted: readonly Counted[]) {
  const places = new Map(columns.map(({ key }, index) => [key, index]));
  const counts = counted.map(() => 0);

  function worth(rule: Counted, cells: readonly Cell[]): number {
    if (rule.rule === 'rows') return 1;
    const values = rule.keys.map((key) => cells[places.get(key) ?? -1] ?? null);
    if (rule.rule === 'rows-with-any-of') return values.some((value) => value !== null) ? 1 : 0;
    return values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
  }

  return {
    add(cells: readonly Cell[]): void {
      if (isContinued(cells)) return;
      for (const [index, rule] of counted.entries())
        counts[index] = (counts[index] ?? 0) + worth(rule, cells);
    },
    counts: () => counted.map(({ name }, index) => ({ name, count: counts[index] ?? 0 })),
  };
}
