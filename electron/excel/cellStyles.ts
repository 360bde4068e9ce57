import type { Borders, Style } from 'exceljs';

const BLUE = 'FF0065BD';
const INK = 'FF333333';
const HAIRLINE = 'FFD9D9D9';

const font = { name: 'Arial', size: 10, family: 2, color: { argb: INK } } as const;
const hairline: Partial<Borders> = { bottom: { style: 'thin', color: { argb: HAIRLINE } } };
const top = { vertical: 'top', wrapText: true } as const;

/**
 * Every look that a cell of an export can have. Text cells have the format `@`, so that a text that begins with `=` or
 * `-` stays text when somebody edits it.
 */
export const cellStyles = {
  title: {
    font: { ...font, size: 16, bold: true, color: { argb: BLUE } },
    alignment: { vertical: 'middle' },
  },
  about: { font, alignment: { vertical: 'middle' } },
  header: {
    font: { ...font, bold: true, color: { argb: BLUE } },
    alignment: { vertical: 'bottom', wrapText: true },
    border: { bottom: { style: 'medium', color: { argb: BLUE } } },
    numFmt: '@',
  },
  numberHeader: {
    font: { ...font, bold: true, color: { argb: BLUE } },
    alignment: { vertical: 'bottom', horizontal: 'right', wrapText: true, indent: 1 },
    border: { bottom: { style: 'medium', color: { argb: BLUE } } },
    numFmt: '@',
  },
  text: { font, alignment: top, border: hairline, numFmt: '@' },
  number: { font, alignment: { vertical: 'top', horizontal: 'right', indent: 1 }, border: hairline },
  date: { font, alignment: { vertical: 'top', horizontal: 'left' }, border: hairline, numFmt: 'd mmm yyyy' },
  heading: {
    font: { ...font, size: 12, bold: true, color: { argb: BLUE } },
    alignment: { vertical: 'bottom' },
  },
  label: { font: { ...font, bold: true }, alignment: top, border: hairline, numFmt: '@' },
  link: {
    font: { ...font, underline: true, color: { argb: BLUE } },
    alignment: top,
    border: hairline,
    numFmt: '@',
  },
  value: { font, alignment: top, border: hairline, numFmt: '@' },
  count: { font, alignment: { vertical: 'top', horizontal: 'left' }, border: hairline, numFmt: '#,##0' },
} as const satisfies Record<string, Partial<Style>>;

export type CellStyle = keyof typeof cellStyles;

/** The number by which the file's sheets refer to each look. */
export type StyleNumbers = Readonly<Record<CellStyle, number>>;

/** Every look, in one order. */
// Object.keys of a constant object has exactly its keys.
export const cellStyleNames = Object.keys(cellStyles) as readonly CellStyle[];
