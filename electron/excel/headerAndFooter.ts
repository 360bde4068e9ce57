import type { ExportModel } from '../../shared/domain/exportModel/sheetModel.ts';

/** Excel takes no more than 255 signs in all for a header or a footer. */
const LONGEST_PART = 100;

/** The marking in the middle of the head and foot of every page; partnership, round, sheet and page beside it. */
export function headerAndFooter(model: Pick<ExportModel, 'marking' | 'partnership' | 'round'>): {
  readonly oddHeader: string;
  readonly oddFooter: string;
} {
  const marking = `&C&B${printable(model.marking)}`;
  return {
    // On a line of its own: beside a long marking there is no room for it on a narrow page.
    oddHeader: `&L\n${printable(`${model.partnership} · ${model.round}`)}${marking}&R&A`,
    oddFooter: `&LCommunity justice self-evaluation${marking}&RPage &P of &N`,
  };
}

/** `&` begins a command there, and digits right after one would be taken for a size: hence the space. */
function printable(text: string): string {
  const short = text.length > LONGEST_PART ? `${text.slice(0, LONGEST_PART - 1).toWellFormed()}…` : text;
  const escaped = short.replaceAll('&', '&&');
  return /^\d/.test(escaped) ? ` ${escaped}` : escaped;
}
