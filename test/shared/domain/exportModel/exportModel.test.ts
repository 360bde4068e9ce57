import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PARTNERSHIP_VOICE,
  answerIdentity,
  gradeIdentity,
} from '../../../../shared/domain/entityIdentity.ts';
import { rowCounter } from '../../../../shared/domain/exportModel/countRows.ts';
import { exportModel } from '../../../../shared/domain/exportModel/exportModel.ts';
import { isBlank } from '../../../../shared/domain/isBlank.ts';
import { layOutRows } from '../../../../shared/domain/exportModel/layOutRows.ts';
import type { Cell, ExportModel, ReceiptCount } from '../../../../shared/domain/exportModel/sheetModel.ts';
import { textChanges } from '../../../../shared/domain/exportModel/textChanges.ts';
import { shippedCatalogue } from '../../../../shared/frameworks/catalogue.ts';
import { exampleLikeSource } from '../../../builders/exampleLikeSource.ts';
import { entity, evidence, exportSource, several } from '../../../builders/exportSourceBuilder.ts';
import { propertyRuns } from '../../../builders/propertyRuns.ts';

const question = shippedCatalogue.questions[0]?.id ?? '';

describe('the export of a small workbook', () => {
  it('is what the golden file says, sheet by sheet', async () => {
    const model = exportModel(exampleLikeSource());
    const untouched = new Set(
      exportModel(exportSource()).sheets.flatMap(({ rows }) =>
        [...rows].map((cells) => JSON.stringify(cells)),
      ),
    );
    const shown = {
      cover: model.cover,
      sheets: model.sheets.map(({ name, title, about, columns, rows }) => ({
        name,
        title,
        about,
        columns: columns.map(({ header }) => header),
        // Frameworks are tested where they are; here only rows that a workbook without content does not have.
        rows: [...rows].filter((cells) => !untouched.has(JSON.stringify(cells))),
      })),
    };
    await expect(`${JSON.stringify(shown, null, 1)}\n`).toMatchFileSnapshot(
      path.join(import.meta.dirname, 'exportModel.golden.json'),
    );
  });

  it('names the partnership in the title of its cover where there is room for it, and in full among its facts', () => {
    const coverOf = (partnership: string) =>
      exportModel(exportSource({ workbook: entity('workbook', 'workbook', { partnership }) })).cover;
    expect(coverOf('Moray').title).toBe('Community justice self-evaluation: Moray');
    const long = 'The Community Justice Partnership of the Islands and the Highlands';
    expect(coverOf(long).title).toBe('Community justice self-evaluation');
    expect(coverOf(long).facts).toContainEqual({ label: 'Partnership', value: long });
  });

  it('counts in its rows what the workbook counted', () => {
    const model = exportModel(exampleLikeSource());
    expect(countsOf(model)).toEqual(model.expected);
  });
});

describe('an export', () => {
  it('shows every live value of a field that is not settled, and picks none', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 5 }), (values) => {
        const source = exportSource({
          answers: [
            entity('answer', answerIdentity(question, PARTNERSHIP_VOICE), {
              howAreWeDoing: several(...values),
            }),
          ],
        });
        const cell = rowsOf(exportModel(source), 'Self-evaluation')[0]?.[5];
        expect(cell).toMatch(new RegExp(`^Not settled: ${values.length} values\\n`));
        for (const value of values) expect(cell).toContain(`. ${isBlank(value) ? '(empty)' : value}`);
      }),
      propertyRuns(100),
    );
  });

  it('gives a grade that is not settled no number', () => {
    const source = exportSource({
      grades: [entity('grade', gradeIdentity('ci2016/1.1', PARTNERSHIP_VOICE), { grade: several(2, 4) })],
    });
    const [cells] = rowsOf(exportModel(source), 'Grades');
    expect(cells?.slice(0, 4)).toEqual([
      '1.1',
      expect.any(String),
      null,
      'Not settled: 2 values\n1. 2 Weak\n2. 4 Good',
    ]);
  });

  it('takes two people who emptied a field in their own ways as agreed', () => {
    const source = exportSource({
      answers: [
        entity('answer', answerIdentity(question, PARTNERSHIP_VOICE), { howAreWeDoing: several(null, '') }),
      ],
    });
    expect(rowsOf(exportModel(source), 'Self-evaluation')[0]?.[5]).toBe('');
    expect(countsOf(exportModel(source))).toEqual(exportModel(source).expected);
  });

  it('has no row for a voice whose words were all emptied again, and does not name it', () => {
    const gone = 'partner/police-scotland';
    const source = exportSource({
      answers: [entity('answer', answerIdentity(question, gone), { howAreWeDoing: null, status: 'to-do' })],
      grades: [entity('grade', gradeIdentity('ci2016/6.2', gone), { grade: null, rationale: '' })],
    });
    const model = exportModel(source);
    const rows = model.sheets.flatMap((sheet) => [...sheet.rows]);
    expect(
      rows.filter((cells) => cells.includes('Police Scotland') && cells[0] !== 'Police Scotland'),
    ).toEqual([]);
    expect(model.cover.facts).toContainEqual({ label: 'Voices', value: 'Nobody has answered yet' });
  });

  it('keeps answers and grades of questions that the edition does not have', () => {
    const source = exportSource({
      answers: [entity('answer', answerIdentity('gone/1', 'partner/nobody'), { whatNext: 'Kept' })],
      grades: [entity('grade', gradeIdentity('gone/2', 'partner/nobody'), { grade: 2 })],
    });
    const model = exportModel(source);
    expect(rowsOf(model, 'Self-evaluation').at(-1)).toContain('Kept');
    expect(rowsOf(model, 'Grades by voice').at(-1)).toContain('2 Weak');
    expect(countsOf(model)).toEqual(model.expected);
  });

  it('says when one person deleted what another changed', () => {
    const source = exportSource({ evidence: () => [evidence(1, { title: 'Survey', deleted: true })] });
    expect(rowsOf(exportModel(source), 'Evidence register')[0]?.at(-1)).toMatch(
      /^Not settled: one person deleted/,
    );
  });

  it('calls a national indicator by its name', () => {
    const links = [{ kind: 'indicator', id: 'cjpf2023/indicator-2' }] as const;
    const model = exportModel(exportSource({ evidence: () => [evidence(1, { title: 'Survey' }, links)] }));
    const [row] = [...(model.sheets.find(({ name }) => name === 'Evidence register')?.rows ?? [])];
    expect(row).toContain('Indicator: National indicator 2: Number of referrals from custody centres');
  });

  it('never calls the workbook’s own questions the guide’s', () => {
    const cells = rowsOf(exportModel(exportSource()), 'Self-evaluation');
    const own = shippedCatalogue.questions.filter(({ wording }) => wording === 'app').map(({ text }) => text);
    for (const [, , text, words] of cells) {
      if (own.includes(String(text))) expect(words).toBe('The workbook’s own words');
      else expect(words).not.toBe('The workbook’s own words');
    }
  });

  it('says beside every title of the frameworks that is not verified that it wants checking', () => {
    const model = exportModel(exportSource());
    const wordsBeside = (sheet: string, number: string) =>
      rowsOf(model, sheet)
        .find(([first]) => first === number)
        ?.at(-1);
    const check = expect.stringMatching(/check against your copy$/);
    expect(wordsBeside('Grades', '6.2')).toBe('Care Inspectorate');
    expect(wordsBeside('Grades', '8.2')).toEqual(check);
    expect(wordsBeside('Outcomes', 'National 1')).toBe('Scottish Government');
    expect(wordsBeside('Outcomes', 'National 9')).toEqual(check);
    expect(wordsBeside('Indicators', 'S4-4')).toEqual(check);
    expect(wordsBeside('Summary', 'D')).toEqual(check);
  });

  it('has names of sheets and tables and column headers that Excel takes', () => {
    const { sheets } = exportModel(exampleLikeSource());
    const names = sheets.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const { name, table, columns } of sheets) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[*?:\\/[\]]|^'|'$/);
      expect(table).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
      const headers = columns.map(({ header }) => header.toLowerCase());
      expect(new Set(headers).size).toBe(headers.length);
      expect(
        headers.every((header) => header !== '' && header.length < 255 && !/\s{2}|\n/.test(header)),
      ).toBe(true);
    }
    expect(new Set(sheets.map(({ table }) => table)).size).toBe(sheets.length);
  });

  it('uses the plan’s own column names', () => {
    const { sheets } = exportModel(exampleLikeSource());
    const headersOf = (sheet: string) =>
      sheets.find(({ name }) => name === sheet)?.columns.map(({ header }) => header);
    expect(headersOf('Improvement action plan')).toEqual(
      expect.arrayContaining(['Action', 'Action Due Date', 'Managed By']),
    );
    expect(headersOf('Indicators')).toEqual(
      expect.arrayContaining(['Indicator Type', 'Indicator', 'Reporting Measure']),
    );
    expect(headersOf('Participation statement')).toEqual(
      expect.arrayContaining(['Activity', 'Who was involved', 'Learning Points']),
    );
  });
});

function rowsOf(model: ExportModel, name: string): readonly (readonly Cell[])[] {
  return [...(model.sheets.find((sheet) => sheet.name === name)?.rows ?? [])];
}

function countsOf(model: ExportModel): readonly ReceiptCount[] {
  const counts = model.sheets.flatMap((sheet) => {
    const counter = rowCounter(sheet.columns, sheet.counted);
    for (const cells of layOutRows(sheet, textChanges())) counter.add(cells);
    return counter.counts();
  });
  return model.expected.map(({ name }) => ({
    name,
    count: counts.find((one) => one.name === name)?.count ?? -1,
  }));
}
