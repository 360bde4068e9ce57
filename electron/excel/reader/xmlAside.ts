import type { NameAt } from './xmlNames.ts';
import { holdsOf, isAt, type XmlStretch } from './xmlStretch.ts';

/** A comment, an instruction to some program, or (`isText`) a text that is taken as it stands. */
export type XmlAside = { readonly isText: boolean; readonly content: XmlStretch; readonly end: number };

const COMMENT = Buffer.from('<!--');
const QUOTED = Buffer.from('<![CDATA[');
const INSTRUCTION = Buffer.from('<?');
const DASHES = Buffer.from('--');
const GREATER = Buffer.from('>');
const QUOTED_END = Buffer.from(']]>');
const INSTRUCTION_END = Buffer.from('?>');

/** The one that begins here, all of it; undefined where it is not well-formed, or begins as nothing does. */
export function xmlAsideAt(xml: Buffer, at: number, nameAt: NameAt): XmlAside | undefined {
  if (isAt(xml, at, QUOTED)) return upTo(xml, at + QUOTED.length, QUOTED_END, true);
  if (isAt(xml, at, COMMENT)) {
    const comment = upTo(xml, at + COMMENT.length, DASHES, false);
    if (comment === undefined || !isAt(xml, comment.end, GREATER)) return undefined;
    return { ...comment, end: comment.end + GREATER.length };
  }
  return isInstruction(xml, at, nameAt)
    ? upTo(xml, at + INSTRUCTION.length, INSTRUCTION_END, false)
    : undefined;
}

function upTo(xml: Buffer, from: number, sign: Uint8Array, isText: boolean): XmlAside | undefined {
  const to = xml.indexOf(sign, from);
  const holds = to === -1 ? undefined : holdsOf(xml, from, to);
  return holds === undefined ? undefined : { isText, content: { from, to, holds }, end: to + sign.length };
}

/** Instructions have the name of a program, which is not that of the declaration at the beginning of a part. */
function isInstruction(xml: Buffer, at: number, nameAt: NameAt): boolean {
  if (!isAt(xml, at, INSTRUCTION)) return false;
  const from = at + INSTRUCTION.length;
  const name = nameAt(xml, from);
  if (name === undefined || name.full.toLowerCase() === 'xml') return false;
  return /^[ \t\r\n?]$/.test(String.fromCharCode(xml[from + name.size] ?? 0));
}
