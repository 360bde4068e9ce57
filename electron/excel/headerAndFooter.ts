import { oneCell } from '../../shared/domain/exportModel/cellText.ts';
import type { ExportModel } from '../../shared/domain/exportModel/sheetModel.ts';

/** Excel takes no more than 255 signs in all for a header or a footer. */
const LONGEST_MARKING = 100;
/** About the width of an upright page. */
const LONGEST_PARTNERSHIP = 80;
const LONGEST_ROUND = 24;

/**
 * The marking at the head and foot of every page, and on a line of its own beneath it what the page is of: partnership and
 * round above, sheet and page below.
 *
 * Everything stands in the middle section. Texts of different sections are laid over each other where they are too long for
 * the page, even on different lines: programs differ in how high they make an empty line.
 */
export function headerAndFooter(model: Pick<ExportModel, 'marking' | 'partnership' | 'round'>): {
  readonly oddHeader: string;
  readonly oddFooter: string;
} {
  const marking = `&C&B${printable(model.marking, LONGEST_MARKING)}&B`;
  const partnership = printable(model.partnership, LONGEST_PARTNERSHIP);
  return {
    oddHeader: `${marking}\n${partnership} · ${escaped(shortened(model.round, LONGEST_ROUND))}`,
    oddFooter: `${marking}\nCommunity justice self-evaluation · &A · Page &P of &N`,
  };
}

/** As the text is written there. Digits right after a command would be taken for a size: hence the space. */
function printable(text: string, longest: number): string {
  const written = escaped(shortened(text, longest));
  return /^\d/.test(written) ? ` ${written}` : written;
}

/** One line of at most so many signs as they are written, an ellipsis at the end where some are missing. */
function shortened(text: string, longest: number): string {
  const line = oneCell(text).replace(/\s+/g, ' ');
  if (escaped(line).length <= longest) return line;
  let kept = Array.from(line.slice(0, longest).toWellFormed());
  while (escaped(kept.join('')).length >= longest) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}

/** `&` begins a command there. */
function escaped(text: string): string {
  return text.replaceAll('&', '&&');
}
