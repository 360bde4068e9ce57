import type { Cell } from './sheetModel.ts';

/** Rows made one by one as they are asked for, each time from the beginning. */
export function rowsOf<Item>(
  items: () => Iterable<Item>,
  cellsOf: (item: Item, index: number) => readonly Cell[],
): Iterable<readonly Cell[]> {
  return {
    *[Symbol.iterator]() {
      let index = 0;
      for (const item of items()) {
        yield cellsOf(item, index);
        index += 1;
      }
    },
  };
}
