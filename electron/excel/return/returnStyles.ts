import type { Borders, Protection, Style } from 'exceljs';
import { cellStyles } from '../cellStyles.ts';

const line = { style: 'thin', color: { argb: 'FF767676' } } as const;
// Not colour alone: what is to be filled in has a box around it.
const box: Partial<Borders> = { top: line, bottom: line, left: line, right: line };
const unlocked: Partial<Protection> = { locked: false };

/** The looks of a workbook to fill in. The format of cells to fill in is text, so that nothing that is typed is changed. */
export const returnStyles = {
  title: cellStyles.title,
  about: cellStyles.about,
  header: cellStyles.header,
  shown: cellStyles.text,
  fillIn: {
    ...cellStyles.text,
    border: box,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8D6' } },
    protection: unlocked,
  },
  mark: { font: { name: 'Arial', size: 8, color: { argb: 'FF767676' } }, numFmt: '@' },
} as const satisfies Record<string, Partial<Style>>;
