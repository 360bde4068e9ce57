import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachRow } from '../../electron/excel/eachRow.ts';
import { rowWriter } from '../../electron/excel/rowXml.ts';
import { cellStyleNames, type StyleNumbers } from '../../electron/excel/cellStyles.ts';
import { textBuffer } from '../../electron/excel/textBuffer.ts';
import type { Cell } from '../../shared/domain/exportModel/sheetModel.ts';
import { propertyRuns } from '../builders/propertyRuns.ts';

// Object.fromEntries forgets the names of the keys; they are exactly cellStyleNames.
const styles = Object.fromEntries(cellStyleNames.map((name, index) => [name, index])) as StyleNumbers;
const columns = [
  { kind: 'text', width: 10 },
  { kind: 'date', width: 10 },
  { kind: 'number', width: 10 },
] as const;

function sheetOf(rows: readonly (readonly Cell[])[]): Buffer {
  const pieces: Buffer[] = [];
  const out = textBuffer(10_000, (piece, done) => {
    pieces.push(Buffer.from(piece));
    done();
  });
  out.add('<worksheet><cols/><sheetData>');
  const writer = rowWriter(columns, styles, out);
  for (const [index, cells] of rows.entries()) writer.row(index + 1, cells);
  out.add('</sheetData><pageMargins/></worksheet>');
  out.flush();
  return Buffer.concat(pieces);
}

async function* cutAt(bytes: Buffer, lengths: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (const length of lengths) {
    yield bytes.subarray(at, at + length);
    at += length;
  }
  yield bytes.subarray(at);
}

async function rowsOf(content: AsyncIterable<Buffer>): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  await eachRow('sheet', content, new Set([styles.date]), (cells) => rows.push(cells));
  return rows;
}

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
  // oxlint-disable-next-line no-control-regex -- control characters are taken out before a row is written
  .map((some) => some.toWellFormed().replace(/[\u0000-\u001f\uFFFE\uFFFF]/g, 'x'));
const row = fc.tuple(
  fc.option(text),
  fc.constantFrom(null, '2026-10-03', 'in spring'),
  fc.option(fc.integer()),
);

describe('the rows of a written sheet', () => {
  it('come back as they were, wherever the pieces are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 300 }),
        fc.array(fc.nat(30_000), { maxLength: 10 }),
        async (rows, cuts) => {
          expect(await rowsOf(cutAt(sheetOf(rows), cuts))).toEqual(rows);
        },
      ),
      propertyRuns(60),
    );
  });

  it('come back when one of them is longer than a piece', async () => {
    const rows = [['é'.repeat(32_000), null, 1] as const, ['short', null, 2] as const];
    expect(await rowsOf(cutAt(sheetOf(rows), [100, 40_000]))).toEqual(rows);
  });

  it('are refused when a row is missing, twice, cut, or followed by anything', async () => {
    const whole = sheetOf([
      ['one', null, 1],
      ['two', null, 2],
      ['three', null, 3],
    ]).toString();
    const second = /<row r="2".*?<\/row>/;
    const faults = [
      whole.replace(second, ''),
      whole.replace(second, '$&$&'),
      whole.replace('</sheetData>', 'x</sheetData>'),
      whole.replace('</sheetData><pageMargins/></worksheet>', ''),
      whole.replace('</worksheet>', ''),
      whole.replace('two', 'tw<b/>o'),
      whole.replace(' t="inlineStr"', ' t="str"'),
      whole.replace('s="', 's="x'),
      whole.replace('<v>2</v>', '<v>two</v>'),
    ];
    for (const fault of faults)
      await expect(rowsOf(cutAt(Buffer.from(fault), [50])), fault).rejects.toThrow();
  });
});
