/** What a stretch of text or an attribute's value holds beside letters of ASCII, as bits. */
const NON_ASCII = 1;
const REFERENCE = 2;
const RETURN = 4;
const TAB_OR_LINE = 8;
/** Nothing that may stand in XML. */
const FORBIDDEN = 16;

const AMPERSAND = 0x26;
const LESS = 0x3c;
const GREATER = 0x3e;
const BRACKET = 0x5d;
const LAST_START = 0xef;

const kinds = Uint8Array.from({ length: 256 }, (_none, code) => {
  if (code >= 0x80) return NON_ASCII;
  if (code === AMPERSAND) return REFERENCE;
  if (code === 0x0d) return RETURN;
  if (code === 0x09 || code === 0x0a) return TAB_OR_LINE;
  return code < 0x20 ? FORBIDDEN : 0;
});

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const namedEnds = [...named.keys()].map((name) => Buffer.from(`${name};`));
const LONGEST_REFERENCE = 20;

/** For text between elements, which no quotation mark ends. */
export const NO_QUOTE = -1;

/** A stretch of characters between two places of a part, all of which may stand there. */
export type XmlStretch = { from: number; to: number; holds: number };

/**
 * Goes to the next `<` or the quotation mark `quote` and notes what is on the way. Undefined where the
 * part is not well-formed. The answer is good until the next call.
 */
export function xmlStretches(xml: Buffer): (from: number, quote: number) => XmlStretch | undefined {
  const stretch: XmlStretch = { from: 0, to: 0, holds: 0 };
  return (from, quote) => {
    let holds = 0;
    let at = from;
    for (; at < xml.length; at += 1) {
      const code = xml[at] ?? 0;
      if (code === LESS || code === quote) break;
      const kind = kinds[code] ?? 0;
      holds |= kind;
      if (code === AMPERSAND) {
        const end = endOfReference(xml, at);
        if (end === -1) return undefined;
        at = end;
      } else if (code === GREATER && quote === NO_QUOTE && isAfterBrackets(xml, from, at)) return undefined;
      else if (code === LAST_START && isNoCharacter(xml, at)) return undefined;
    }
    if ((holds & FORBIDDEN) !== 0) return undefined;
    stretch.from = from;
    stretch.to = at;
    stretch.holds = holds;
    return stretch;
  };
}

/** What a stretch without markup holds, or undefined where something stands in it that may not. */
export function holdsOf(xml: Buffer, from: number, to: number): number | undefined {
  let holds = 0;
  for (let at = from; at < to; at += 1) {
    const code = xml[at] ?? 0;
    holds |= kinds[code] ?? 0;
    if (code === LAST_START && isNoCharacter(xml, at)) return undefined;
  }
  return (holds & FORBIDDEN) === 0 ? holds & ~REFERENCE : undefined;
}

/** The stretch's text, with line ends as line feeds. */
export function textOfStretch(xml: Buffer, { from, to, holds }: XmlStretch): string {
  if (holds === 0 || holds === TAB_OR_LINE) return xml.toString('latin1', from, to);
  let text = xml.toString('utf8', from, to);
  if ((holds & RETURN) !== 0) text = text.replace(/\r\n?/g, '\n');
  return (holds & REFERENCE) === 0 ? text : withoutReferences(text);
}

/** The stretch as the value of an attribute: with a space for each line end or tab. */
export function valueOfStretch(xml: Buffer, { from, to, holds }: XmlStretch): string {
  if (holds === 0) return xml.toString('latin1', from, to);
  const text = xml.toString('utf8', from, to).replace(/\r\n|[\r\n\t]/g, ' ');
  return (holds & REFERENCE) === 0 ? text : withoutReferences(text);
}

/** Whether these bytes stand at a place of a part. */
export function isAt(xml: Buffer, from: number, bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] !== xml[from + at]) return false;
  return true;
}

/** Whether a character may stand in XML 1.0 (5th edition, 2.2). */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x1_0000 && code <= 0x10_ffff);
}

/** The place of the semicolon that ends a reference; -1 for one that means nothing. */
function endOfReference(xml: Buffer, from: number): number {
  // Looked for by hand: there may be millions.
  for (const name of namedEnds) if (isAt(xml, from + 1, name)) return from + name.length;
  const end = xml.subarray(from, from + LONGEST_REFERENCE).indexOf(';');
  if (end === -1) return -1;
  return characterOf(xml.toString('latin1', from + 1, from + end)) === undefined ? -1 : from + end;
}

function withoutReferences(text: string): string {
  return text.replace(/&([^;]+);/g, (whole, name: string) => characterOf(name) ?? whole);
}

function characterOf(name: string): string | undefined {
  const known = named.get(name);
  if (known !== undefined) return known;
  const [, hexadecimal, decimal] = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(name) ?? [];
  if (hexadecimal === undefined && decimal === undefined) return undefined;
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

function isAfterBrackets(xml: Buffer, from: number, at: number): boolean {
  return at - 2 >= from && xml[at - 1] === BRACKET && xml[at - 2] === BRACKET;
}

/** U+FFFE and U+FFFF. */
function isNoCharacter(xml: Buffer, at: number): boolean {
  return xml[at + 1] === 0xbf && (xml[at + 2] === 0xbe || xml[at + 2] === 0xbf);
}
