/** Excel's limits for one cell. */
export const LONGEST_CELL = 32_767;
const MOST_LINE_BREAKS = 253;

/** Where a longer text is carried on: short of the limit, so that a mark can be added. */
const PIECE = 32_700;
/** How far back a space is looked for, so that words stay whole. */
const WORD_SEARCH = 200;

/** A change that a text needs before a spreadsheet file can hold it. */
export type TextChange = 'control-characters' | 'line-ends' | 'broken-characters' | 'continued';

export type CellText = {
  /** The text in as many cells as it needs; put together they are the whole text. */
  readonly pieces: readonly string[];
  readonly changes: readonly TextChange[];
};

// XML cannot carry these at all, or (carriage returns) not faithfully.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const suspicious = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/;

/** Whether the text can go into one cell as it is: true for nearly every text there is. */
export function fitsCell(text: string): boolean {
  if (text.length > PIECE || suspicious.test(text) || !text.isWellFormed()) return false;
  return text.length <= MOST_LINE_BREAKS || breaksWithin(text, MOST_LINE_BREAKS);
}

/**
 * A text as a spreadsheet file can hold it, with what had to be changed.
 *
 * Control characters other than tab and line feed are left out (of a text of nothing else, U+FFFD stays), `CR LF` and `CR` become `LF`, lone surrogates become
 * U+FFFD, and what is longer than 32,700 UTF-16 units or has more than 253 line breaks goes on in further pieces, cut
 * between words or at least between the characters that people see. Signs like `=` at the beginning are kept: cells are
 * written as text, which no spreadsheet program calculates.
 */
export function cellText(text: string): CellText {
  if (fitsCell(text)) return { pieces: [text], changes: [] };
  const changes: TextChange[] = [];
  const step = (change: TextChange, before: string, after: string): string => {
    if (before !== after) changes.push(change);
    return after;
  };
  const oneLineEnd = step('line-ends', text, text.replace(/\r\n?/g, '\n'));
  // A text of nothing else leaves a mark behind: something was written, so something must stand there.
  const printable = step('control-characters', oneLineEnd, oneLineEnd.replace(control, '') || '\uFFFD');
  const whole = step('broken-characters', printable, printable.toWellFormed());
  const pieces = piecesOf(whole);
  if (pieces.length > 1) changes.push('continued');
  return { pieces, changes };
}

/** A name or a title as one cell can hold it: the whole of nearly every one, and else its beginning. */
export function oneCell(text: string): string {
  const [first = '', ...others] = cellText(text).pieces;
  return others.length === 0 ? first : `${first} …`;
}

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > PIECE || !breaksWithin(rest, MOST_LINE_BREAKS)) {
    const cut = cutOf(rest);
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...pieces, rest];
}

function cutOf(text: string): number {
  const afterBreaks = endOfBreak(text, MOST_LINE_BREAKS);
  if (afterBreaks <= PIECE) return afterBreaks;
  const space = Math.max(text.lastIndexOf(' ', PIECE - 1), text.lastIndexOf('\n', PIECE - 1)) + 1;
  if (space > PIECE - WORD_SEARCH && !/^\p{M}/u.test(text.slice(space, space + 2))) return space;
  return startOfCharacter(text);
}

/** The last place up to the limit where a character that people see begins. */
function startOfCharacter(text: string): number {
  const from = PIECE - WORD_SEARCH;
  const window = text.slice(from, PIECE + WORD_SEARCH);
  const segment = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })
    .segment(window)
    .containing(WORD_SEARCH);
  if (segment !== undefined && segment.index > 0) return from + segment.index;
  // One "character" of hundreds of marks: only a pair of surrogates has to stay together.
  const unit = text.charCodeAt(PIECE);
  return unit >= 0xdc00 && unit <= 0xdfff ? PIECE - 1 : PIECE;
}

function breaksWithin(text: string, most: number): boolean {
  return endOfBreak(text, most + 1) === Infinity;
}

/** Where the text goes on after its n-th line break; infinite when it has fewer. */
function endOfBreak(text: string, count: number): number {
  let at = -1;
  for (let found = 0; found < count; found += 1) {
    at = text.indexOf('\n', at + 1);
    if (at === -1) return Infinity;
  }
  return at + 1;
}
