import type { IStylesOptions } from 'docx';

/** Word counts in twentieths of a point. */
export function inTwips(millimetres: number): number {
  return Math.round((millimetres * 1_440) / 25.4);
}

const A4 = { width: inTwips(210), height: inTwips(297) } as const;
const SIDE = inTwips(18);

/** A page of A4. */
export const PAGE = {
  size: A4,
  margin: {
    top: inTwips(18),
    bottom: inTwips(16),
    left: SIDE,
    right: SIDE,
    header: inTwips(8),
    footer: inTwips(8),
  },
} as const;

/** What is left between the margins, in twips. */
export const TEXT_WIDTH = A4.width - 2 * SIDE;

// On every computer, or replaced there by one of the same widths.
const FONT = 'Arial';
const INK = '1A1A1A';
const QUIET = '4A4A4A';

/** Looks of paragraphs; sizes are in half points. */
export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 20, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 80, line: 252 } },
    },
    heading1: {
      run: { font: FONT, size: 32, bold: true, color: INK },
      paragraph: { spacing: { before: 0, after: 60 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 23, bold: true, color: INK },
      paragraph: { spacing: { before: 180, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 20, color: QUIET },
      paragraph: { spacing: { after: 120 } },
    },
  ],
};
