import { describe, expect, it } from 'vitest';
import { editsByLibreOffice } from './editsByLibreOffice.ts';
import { editsOfCells, type KindOfEdit } from './editsOfCells.ts';
import { editsOfNewRows } from './editsOfNewRows.ts';
import { editsOfRows } from './editsOfRows.ts';
import { editsOfSheets } from './editsOfSheets.ts';
import { expectReading } from './expectReading.ts';
import { readSample } from './readSample.ts';
import { sampleReturnCopy } from './sampleReturnCopy.ts';
import { xlsxEditor } from './xlsxEditor.ts';

const untouched = await sampleReturnCopy();

const editsInTheFile = [...editsOfCells, ...editsOfRows, ...editsOfSheets, ...editsOfNewRows];

describe('a workbook that was filled in', () => {
  it('says nothing when nobody touched it', async () => {
    expectReading(await readSample(untouched), {});
  });

  it.each(editsInTheFile.map((kind): [string, KindOfEdit] => [kind.name, kind]))(
    '%s',
    async (_name, { edit, expected }) => {
      const file = xlsxEditor(untouched);
      edit(file);
      const read = await readSample(file.bytes());
      expectReading(read, expected);
      expect((await readSample(file.bytes())).records).toEqual(read.records);
    },
  );

  it('is tried with a hundred kinds of edit', () => {
    expect(editsInTheFile.length + editsByLibreOffice.length).toBeGreaterThanOrEqual(100);
  });
});
