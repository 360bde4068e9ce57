import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { unlockXlsx } from '../../../electron/excel/reader/unlockXlsx.ts';
import { lockXlsx } from '../../../electron/excel/return/lockXlsx.ts';
import { writeReturnCopy } from '../../../electron/excel/return/writeReturnCopy.ts';
import { readReturnWorkbook } from '../../../electron/services/returning/readReturnWorkbook.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';
import { readSample } from '../return/readSample.ts';
import { placeOf, sampleManifest, sampleReturnCopy } from '../return/sampleReturnCopy.ts';
import { xlsxEditor } from '../return/xlsxEditor.ts';

const sent = await sampleReturnCopy();

describe('reading an Excel file of unknown origin', () => {
  it.each(['.xls', '.xlsm', '.xlsb', '.ods'])('refuses a file %s by its name', async (ending) => {
    await expect(readSample(sent, [], `returned${ending}`)).rejects.toMatchObject({ code: 'file-kind' });
  });

  it('refuses a file with macros under another name', async () => {
    const file = xlsxEditor(sent);
    file.parts['xl/vbaProject.bin'] = new Uint8Array(10);
    await expect(readSample(file.bytes())).rejects.toMatchObject({
      code: 'file-kind',
      message: expect.stringContaining('macros'),
    });
  });

  it('refuses an Excel workbook that is not one to fill in', async () => {
    const file = xlsxEditor(sent);
    file.change('xl/workbook.xml', (xml) => xml.replace(/<sheet [^>]*name="Program data"[^>]*\/>/, ''));
    await expect(readSample(file.bytes())).rejects.toMatchObject({
      code: 'file-kind',
      message: expect.stringContaining('not a workbook to fill in'),
    });
  });

  it('refuses a file whose hidden part was changed', async () => {
    const file = xlsxEditor(sent);
    file.change('xl/sharedStrings.xml', (xml) =>
      xml.replace(
        /(<t>)([A-Za-z0-9+/]{400})/,
        (_all, tag: string, text: string) => `${tag}${text.slice(1)}A`,
      ),
    );
    await expect(readSample(file.bytes())).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('out of sight'),
    });
  });

  it('refuses a made-up file whose ids are longer than a change may have', async () => {
    const { choices } = sampleManifest;
    const qualityIndicators = choices.qualityIndicators.map((choice) => ({ ...choice, id: 'x'.repeat(400) }));
    const made = await writeReturnCopy({ ...sampleManifest, choices: { ...choices, qualityIndicators } }, '');
    const file = xlsxEditor(made);
    const title = placeOf('evidence', 'n1', 'title');
    const links = placeOf('evidence', 'n1', 'qualityIndicators');
    file.setText(title.sheet, title.row, title.column, 'A survey');
    file.setText(links.sheet, links.row, links.column, choices.qualityIndicators[0]?.number ?? '');
    await expect(readSample(file.bytes())).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('out of sight'),
    });
  });

  it('refuses a part that unpacks to far more than it is, before unpacking it', async () => {
    const file = xlsxEditor(sent);
    file.parts['xl/styles.xml'] = new Uint8Array(40_000_000).fill(32);
    await expect(readSample(zipSync(file.parts, { level: 9 }))).rejects.toMatchObject({ code: 'too-large' });
  });

  it('refuses more cells than there is memory for, before they are all read', async () => {
    const file = xlsxEditor(sent);
    const row = `<row>${'<c><v>1</v></c>'.repeat(200)}</row>`;
    file.change('xl/worksheets/sheet2.xml', (xml) =>
      xml.replace('</sheetData>', `${row.repeat(3_100)}</sheetData>`),
    );
    await expect(readSample(zipSync(file.parts, { level: 0 }))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('more than 600,000 cells'),
    });
  });

  it('reads past a bomb in a part that nobody needs', async () => {
    const file = xlsxEditor(sent);
    file.parts['xl/media/image1.png'] = new Uint8Array(60_000_000);
    expect((await readSample(zipSync(file.parts, { level: 1 }))).notTaken).toEqual([]);
  });

  it('says where something stands that is too far away', async () => {
    const file = xlsxEditor(sent);
    file.change(file.partOf('Answers'), (xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    );
    await expect(readSample(file.bytes())).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('row 1048576 of the sheet “Answers”'),
    });
  });

  it('refuses a password that the file says has to be hashed for hours', async () => {
    const locked = lockXlsx(sent, 'secret').toString('latin1');
    expect(locked).toContain('spinCount="100000"');
    const costly = Buffer.from(locked.replace('spinCount="100000"', 'spinCount="9e6666"'), 'latin1');
    await expect(readSample(costly, ['secret'])).rejects.toMatchObject({ code: 'too-large' });
  });

  it('opens a file with a password by any of those given, and by no other', async () => {
    const locked = lockXlsx(sent, 'Pa55-wörd £');
    expect((await readSample(locked, ['other', 'Pa55-wörd £'])).notTaken).toEqual([]);
    const onTried = vi.fn();
    expect((await unlockXlsx(locked, ['other', 'Pa55-wörd £'], onTried)).equals(sent)).toBe(true);
    expect(onTried).toHaveBeenCalledTimes(2);
    await expect(readSample(locked, ['pa55-wörd £'])).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await expect(readSample(locked)).rejects.toThrow('Give the password');
  });

  it('is ended on its own thread when it is asked to stop', async () => {
    const file = path.join(temporaryFolder(), 'returned.xlsx');
    writeFileSync(file, sent);
    await expect(
      readReturnWorkbook(file, { workbook: null, signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    await expect(readReturnWorkbook(`${file}.missing.xlsx`, { workbook: null })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
