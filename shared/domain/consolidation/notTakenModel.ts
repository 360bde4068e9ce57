import { z } from 'zod';
import { timeInWords } from '../exportModel/calendarDay.ts';
import { rowCounter } from '../exportModel/countRows.ts';
import type { ExportModel, Sheet } from '../exportModel/sheetModel.ts';

/** One thing in a packet or a returned workbook that was not taken as it stood. */
export const notTakenRowSchema = z.strictObject({
  file: z.string(),
  /** Who sent it, and for whom they speak. */
  from: z.string(),
  /** Sheet and cell; empty for a thing that is not in a cell. */
  where: z.string(),
  says: z.string(),
  why: z.string(),
});
export type NotTakenRow = z.infer<typeof notTakenRowSchema>;

/** What the sheet says about itself. */
export const notTakenAboutSchema = z.strictObject({
  partnership: z.string(),
  round: z.string(),
  marking: z.string(),
  /** Which bringing together it is about, in words. */
  occasion: z.string(),
  generatedAt: z.string(),
  appVersion: z.string(),
});
export type NotTakenAbout = z.infer<typeof notTakenAboutSchema>;

const COUNTED = 'Things listed';

/** The list of what was not taken as an Excel file: a cover and one table. */
export function notTakenModel(about: NotTakenAbout, rows: readonly NotTakenRow[]): ExportModel {
  const sheet: Sheet = {
    name: 'Not taken',
    title: 'What was not taken',
    purpose: 'A row for each thing that was left aside, or was not taken quite as it stood, and why.',
    about: 'A reason that begins with “Taken.” is about something that was taken, not quite as it stood.',
    columns: [
      { key: 'file', header: 'File', width: 30, kind: 'text' },
      { key: 'from', header: 'From', width: 24, kind: 'text' },
      { key: 'where', header: 'Where', width: 22, kind: 'text' },
      { key: 'says', header: 'What it says', width: 52, kind: 'text' },
      { key: 'why', header: 'Why', width: 52, kind: 'text' },
    ],
    frozenColumns: 1,
    rows: rows.map(({ file, from, where, says, why }) => [file, from, where, says, why]),
    emptySentence: 'Everything was taken as it stood.',
    table: 'NotTaken',
    print: { orientation: 'landscape', paper: 'A4' },
    counted: [{ name: COUNTED, rule: 'rows' }],
    charts: [],
  };
  const marking = oneLine(about.marking) || 'No protective marking has been set';
  const counter = rowCounter(sheet.columns, sheet.counted);
  for (const cells of sheet.rows) counter.add(cells);
  return {
    cover: {
      title: 'What was not taken when work was brought together',
      facts: [
        { label: 'Partnership', value: about.partnership },
        { label: 'Round', value: about.round },
        { label: 'Marking', value: marking },
        { label: 'About', value: about.occasion },
        { label: 'Made', value: timeInWords(about.generatedAt) },
        { label: 'Made with', value: `Community Justice Self-Evaluation Workbook ${about.appVersion}` },
      ].filter(({ value }) => value !== ''),
      guidance: [
        'Nothing listed here is lost: it is still in the files that people sent.',
        'What is worth having can be written into the workbook by hand, or sent again after it has been put right.',
      ],
    },
    sheets: [sheet],
    marking,
    partnership: oneLine(about.partnership),
    round: oneLine(about.round),
    generatedAt: about.generatedAt,
    expected: counter.counts(),
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
