import { describe, expect, it } from 'vitest';
import { rowCounter } from '../../../../shared/domain/exportModel/countRows.ts';
import { isContinued, layOutRows } from '../../../../shared/domain/exportModel/layOutRows.ts';
import type { Cell, Sheet } from '../../../../shared/domain/exportModel/sheetModel.ts';
import { textChanges } from '../../../../shared/domain/exportModel/textChanges.ts';

function sheetOf(rows: readonly (readonly Cell[])[]): Sheet {
  return {
    name: 'Sheet',
    title: 'Sheet',
    purpose: '',
    about: '',
    columns: [
      { key: 'number', header: 'No.', width: 8, kind: 'text' },
      { key: 'text', header: 'Text', width: 40, kind: 'text' },
      { key: 'files', header: 'Files', width: 8, kind: 'number' },
    ],
    frozenColumns: 1,
    rows,
    emptySentence: '',
    table: 'Sheet',
    print: { orientation: 'portrait', paper: 'A4' },
    counted: [
      { name: 'Rows', rule: 'rows' },
      { name: 'Written', rule: 'rows-with-any-of', keys: ['text'] },
      { name: 'Files', rule: 'sum-of', keys: ['files'] },
    ],
    charts: [],
  };
}

describe('the rows of a sheet as they are written', () => {
  it('carry a text that is too long on in marked rows that repeat nothing else', () => {
    const text = 'word '.repeat(14_000);
    const rows = [...layOutRows(sheetOf([['E1', text, 3]]), textChanges())];
    expect(rows.map(([key]) => key)).toEqual([
      'E1',
      'E1 (continued, part 2 of 3)',
      'E1 (continued, part 3 of 3)',
    ]);
    expect(rows.map((cells) => cells[1]).join('')).toBe(text);
    expect(rows.map((cells) => cells[2])).toEqual([3, null, null]);
    expect(rows.map(isContinued)).toEqual([false, true, true]);
  });

  it('name every changed text', () => {
    const changes = textChanges();
    expect([...layOutRows(sheetOf([['E1', 'a\u0000', 0]]), changes)]).toEqual([['E1', 'a', 0]]);
    expect(changes.notes()).toEqual(['Sheet, E1, “Text”: invisible control characters were left out.']);
  });

  it('name a hundred changes and count the others', () => {
    const changes = textChanges();
    const rows = Array.from({ length: 130 }, (_, index) => [`E${index}`, '\r', 0]);
    expect([...layOutRows(sheetOf(rows), changes)].length).toBe(130);
    expect(changes.notes().length).toBe(101);
    expect(changes.notes().at(-1)).toBe('And 30 more cells of the same kinds.');
  });

  it('have empty cells where a text is empty', () => {
    expect([...layOutRows(sheetOf([['E1', '', null]]), textChanges())]).toEqual([['E1', null, null]]);
  });

  it.each([' ', '\n\n', '\t \u00a0', '\u3000', '\r'])(
    'have an empty cell for %j, which shows nothing',
    (text) => {
      expect([...layOutRows(sheetOf([['E1', text, 1]]), textChanges())]).toEqual([['E1', null, 1]]);
    },
  );

  it('keep the white space around words', () => {
    const rows = [...layOutRows(sheetOf([['E1', '\u00a0 two words\n', null]]), textChanges())];
    expect(rows).toEqual([['E1', '\u00a0 two words\n', null]]);
  });

  it('are counted without the ones that carry on', () => {
    const sheet = sheetOf([
      ['E1', 'word '.repeat(14_000), 3],
      ['E2', '', 2],
    ]);
    const counter = rowCounter(sheet.columns, sheet.counted);
    for (const cells of layOutRows(sheet, textChanges())) counter.add(cells);
    expect(counter.counts()).toEqual([
      { name: 'Rows', count: 2 },
      { name: 'Written', count: 1 },
      { name: 'Files', count: 5 },
    ]);
  });
});
