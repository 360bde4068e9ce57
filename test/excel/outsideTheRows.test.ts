import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { parseXml } from '../../electron/excel/workbookParts.ts';
import { readBack } from '../../electron/excel/readBack.ts';
import { writeWorkbook } from '../../electron/excel/writeWorkbook.ts';
import { exportModel } from '../../shared/domain/exportModel/exportModel.ts';
import { LONGEST_CELL } from '../../shared/domain/exportModel/cellText.ts';
import { shippedCatalogue } from '../../shared/frameworks/catalogue.ts';
import { entity, exportSource } from '../builders/exportSourceBuilder.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';
import { awkwardTexts } from './awkwardSource.ts';
import { cellsOf } from './readWithExceljs.ts';

/** Titles and facts with a text that somebody pasted. */
function sourceOf(text: string) {
  const titled = <Row extends { readonly title: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.map((row) => ({ ...row, title: text }));
  return exportSource({
    catalogue: {
      ...shippedCatalogue,
      outcomes: [...titled(shippedCatalogue.outcomes)],
      qualityIndicators: [...titled(shippedCatalogue.qualityIndicators)],
      pathwayPoints: [...titled(shippedCatalogue.pathwayPoints)],
      partners: [...titled(shippedCatalogue.partners)],
    },
    workbook: entity('workbook', 'workbook', {
      partnership: text,
      round: text,
      marking: text,
      retentionReview: text,
      note: text,
    }),
  });
}

async function written(text: string) {
  const file = path.join(temporaryFolder(), 'export.xlsx');
  const model = exportModel(sourceOf(text));
  const receipt = await writeWorkbook(model, file);
  await readBack(file, model, receipt);
  return { file, receipt };
}

it('what is written above the rows and on the cover is XML that every program reads, whatever was pasted', async () => {
  const texts = [
    ...awkwardTexts,
    'pasted\u000Bfrom slides',
    'no\uFFFEsign',
    'word '.repeat(30_000),
    'Line\n'.repeat(300),
  ];
  for (const text of texts) {
    const { file } = await written(text);
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
      const xml = strFromU8(bytes);
      expect(() => parseXml(name, xml), JSON.stringify(text).slice(0, 40)).not.toThrow();
      const longest = Math.max(
        0,
        ...[...xml.matchAll(/<t[^>]*>([^<]*)</g)].map(([, cell = '']) => cell.length),
      );
      expect(longest, name).toBeLessThanOrEqual(LONGEST_CELL + 'quot;'.length * 10);
    }
  }
});

it('a note on the cover is whole, and what had to be changed in it is said', async () => {
  const note = `Pasted\u000Bfrom slides. ${'word '.repeat(20_000)}end`;
  const { file, receipt } = await written(note);
  const cells = await cellsOf(file, 'Cover');
  const parts = cells.filter(([label]) => /^Note( \(continued|$)/.test(String(label?.text)));
  expect(parts.map(([, value]) => value?.text).join('')).toBe(note.replace('\u000B', ''));
  expect(receipt.notes).toContainEqual(
    'Cover, About this file, “Note”: invisible control characters were left out.',
  );
});

it('the head of a page has the round as it was typed, whatever number that is', async () => {
  const { file } = await written('Round 999999');
  const parts = Object.entries(unzipSync(readFileSync(file)));
  const sheets = parts
    .filter(([name]) => name.startsWith('xl/worksheets/sheet'))
    .map(([, bytes]) => strFromU8(bytes));
  for (const xml of sheets) expect(xml).toMatch(/<oddHeader>[^<]*Round 999999 · Round 999999/);
  expect(sheets.join('').replaceAll(/Round 999999/g, '')).not.toContain('999999');
});
