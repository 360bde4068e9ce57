import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../electron/excel/writeWorkbook.ts';
import { exportModel } from '../../shared/domain/exportModel/exportModel.ts';
import type { ExportModel, Receipt } from '../../shared/domain/exportModel/sheetModel.ts';
import { exampleLikeSource } from '../builders/exampleLikeSource.ts';
import { openWithExceljs } from './readWithExceljs.ts';

let folder = '';
let file = '';
let model: ExportModel;
let receipt: Receipt;
let parts: ReadonlyMap<string, string>;

beforeAll(async () => {
  // Not one that is removed after the first test.
  folder = mkdtempSync(path.join(tmpdir(), 'workbook-layout-'));
  file = path.join(folder, 'export.xlsx');
  model = exportModel(exampleLikeSource());
  receipt = await writeWorkbook(model, file);
  const unzipped = Object.entries(unzipSync(readFileSync(file)));
  parts = new Map(unzipped.map(([name, bytes]) => [name, strFromU8(bytes)]));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sheetParts = (): readonly string[] =>
  [...parts].filter(([name]) => name.startsWith('xl/worksheets/sheet')).map(([, text]) => text);

describe('the sheets of an export', () => {
  it('have their title in A1, one table, a header that stays in sight, and no merged cells', async () => {
    const workbook = await openWithExceljs(file);
    for (const sheet of model.sheets) {
      const worksheet = workbook.getWorksheet(sheet.name);
      expect(worksheet?.getCell('A1').value).toBe(sheet.title);
      const part = parts.get(`xl/worksheets/sheet${model.sheets.indexOf(sheet) + 2}.xml`) ?? '';
      expect(part).not.toContain('<mergeCell');
      const empty = [...sheet.rows].length === 0;
      expect(part.match(/<tablePart /g)?.length ?? 0).toBe(empty ? 0 : 1);
      expect(part.includes('state="frozen"')).toBe(!empty);
      if (empty) expect(worksheet?.getCell('A3').value).toBe(sheet.emptySentence);
    }
  });

  it('carry the marking at the head and foot of every page', () => {
    for (const part of sheetParts()) {
      expect(part).toMatch(/<oddHeader>[^<]*OFFICIAL[^<]*<\/oddHeader>/);
      expect(part).toMatch(/<oddFooter>[^<]*OFFICIAL[^<]*<\/oddFooter>/);
      expect(part).toContain('fitToWidth="1" fitToHeight="0"');
    }
  });

  it('have tables that end with their last row and name their columns as the header does', () => {
    for (const [name, table] of parts) {
      if (!name.startsWith('xl/tables/')) continue;
      const sheet = model.sheets.find((one) => table.includes(`displayName="${one.table}"`));
      const rows = [...(sheet?.rows ?? [])].length;
      const [reference] = /ref="A3:[A-Z]+(\d+)"/.exec(table)?.slice(1) ?? [];
      expect(Number(reference)).toBe(rows + 3);
      expect(table.match(/<tableColumn /g)?.length).toBe(sheet?.columns.length);
    }
  });

  it('offer choices for whole columns at once, as far as the rows go', () => {
    const part = parts.get('xl/worksheets/sheet4.xml') ?? '';
    expect(part).toMatch(/sqref="D4:D25"/);
    expect(part).not.toContain('999999');
  });

  it('have charts with a title, words for people who cannot see them, and figures bound to cells', () => {
    const drawing = parts.get('xl/drawings/drawing1.xml') ?? '';
    expect(drawing.match(/descr="[^"]{20,}"/g)?.length).toBe(2);
    const charts = [...parts].filter(([name]) => name.startsWith('xl/charts/')).map(([, text]) => text);
    expect(charts.length).toBe(2);
    expect(charts[0]).toContain("'Summary'!$F$4:$F$9");
    expect(charts[1]).toContain("'Grades'!$C$4:$C$25");
  });
});

describe('the file', () => {
  it('refers only to parts that it has, and declares every part', () => {
    const types = parts.get('[Content_Types].xml') ?? '';
    for (const [, name = ''] of types.matchAll(/PartName="\/([^"]+)"/g))
      expect(parts.has(name), name).toBe(true);
    for (const [name, text] of parts) {
      if (!name.endsWith('.rels')) {
        expect(types.includes(`PartName="/${name}"`) || name === '[Content_Types].xml', name).toBe(true);
        continue;
      }
      const folder = path.posix.dirname(path.posix.dirname(name));
      for (const [, target = ''] of text.matchAll(/Target="([^"]+)"/g)) {
        expect(parts.has(path.posix.join(folder, target)), `${name} → ${target}`).toBe(true);
      }
    }
  });

  it('holds nothing about the computer or the person who made it', () => {
    const properties = `${parts.get('docProps/core.xml')}${parts.get('docProps/app.xml')}`;
    expect(properties).toContain('<dc:creator>West Dunbartonshire</dc:creator>');
    expect(properties).toContain('<cp:lastModifiedBy>West Dunbartonshire</cp:lastModifiedBy>');
    expect(properties).toContain('<Application>Community Justice Self-Evaluation Workbook</Application>');
    expect(properties).toContain('2026-10-03T14:02:00Z');
  });

  it('has a cover that says what was counted, and the fingerprint', () => {
    const cover = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(cover).toContain(receipt.fingerprint);
    for (const { name, count } of receipt.counts) {
      expect(cover).toMatch(new RegExp(`<t>${name}</t></is></c><c r="B\\d+" s="\\d+"><v>${count}</v>`));
    }
    for (const { name, purpose } of model.sheets) {
      expect(cover).toContain(`location="'${name}'!A1"`);
      expect(cover).toContain(purpose);
    }
  });
});
