import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ReadCell } from '../../../shared/domain/returnWorkbook/readCell.ts';
import { readReturned } from '../../../shared/domain/returnWorkbook/readReturned.ts';
import {
  RETURN_FORMAT,
  RETURN_VERSION,
  type ReturnManifest,
} from '../../../shared/domain/returnWorkbook/returnManifest.ts';
import { markText } from '../../../shared/domain/returnWorkbook/returnMark.ts';
import { returnSheet } from '../../../shared/domain/returnWorkbook/returnSheets.ts';

describe('a returned workbook with very much in it', () => {
  it('is read although somebody added a sheet of two hundred thousand cells, all of which are listed or counted', () => {
    const figures = Array.from({ length: 200_000 }, (_none, row) => textAt(row, 0, '17'));
    const { notTaken } = read([{ name: 'Figures', cells: figures }, evidence([])]);
    expect(notTaken).toHaveLength(2_001);
    // Seven columns of the sheet of evidence are not in the file: what is meant for the workbook is listed first.
    expect(notTaken[6]?.reason).toMatch(/column “Outcomes” is not in the file/);
    expect(notTaken[7]).toMatchObject({ sheet: 'Figures', cell: 'A1', value: '17' });
    expect(notTaken.at(-1)?.reason).toBe('198,007 more are not listed.');
  });

  it('gives every change of fifty thousand new pieces of evidence', () => {
    const rows = Array.from({ length: 50_000 }, (_none, index) => [
      textAt(index + 5, 1, `Survey ${index}`),
      textAt(index + 5, 2, 'Panel'),
      textAt(index + 5, 3, 'Housing team'),
    ]);
    expect(read([evidence(rows.flat())]).changes).toHaveLength(150_000);
  });
});

function read(sheets: readonly { readonly name: string; readonly cells: readonly ReadCell[] }[]) {
  const found = sheets.map((sheet) => ({
    ...sheet,
    hidden: false,
    hiddenColumns: new Set<number>(),
    comments: [],
  }));
  return readReturned(found, manifest, (text) => createHash('sha256').update(text).digest('hex'));
}

/** The sheet of evidence with its marks, and the columns of the title, the source and the owner. */
function evidence(cells: readonly ReadCell[]) {
  const marks = ['title', 'source', 'owner'].map((key, index) =>
    textAt(0, index + 1, markText({ what: 'column', sheet: 'evidence', key })),
  );
  const sheet = textAt(0, 0, markText({ what: 'sheet', sheet: 'evidence' }));
  return { name: 'Evidence', cells: [sheet, ...marks, ...cells] };
}

function textAt(row: number, column: number, text: string): ReadCell {
  return { row, column, content: { kind: 'text', text }, formula: false };
}

const manifest: ReturnManifest = {
  format: RETURN_FORMAT,
  version: RETURN_VERSION,
  file: 'f'.repeat(32),
  workbook: 'workbook-1',
  partnership: 'West Shire',
  round: '2026-27',
  voice: 'partnership',
  voiceName: 'The partnership',
  madeAt: '2026-11-02T09:00:00.000Z',
  app: '0.1.0',
  choices: { qualityIndicators: [], outcomes: [] },
  sheets: [
    {
      key: 'evidence',
      opening: [],
      columns: returnSheet('evidence').columns.map(({ key }) => key),
      rows: [],
    },
  ],
};
