import { isAt } from './xmlStretch.ts';

/** A name of an element or an attribute. */
export type XmlName = {
  readonly full: string;
  /** Without its prefix: some programs write `<x:row>`. */
  readonly local: string;
  /** How many bytes it takes. */
  readonly size: number;
};

type KnownName = XmlName & { readonly bytes: Uint8Array };

/** Bytes of names: letters, digits and `- . : _`, and every part of a letter beyond ASCII. */
const isNameByte = Uint8Array.from({ length: 256 }, (_none, code) =>
  code >= 0x80 || /[-.:\w]/.test(String.fromCharCode(code)) ? 1 : 0,
);
// XML 1.0, 5th edition, 2.3: NameStartChar and NameChar.
const START =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const form = new RegExp(`^[${START}][-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040${START}]*$`, 'u');
/** A spreadsheet has a few dozen; a made-up file may have a million, each of them once. */
const KEPT = 1_000;

/** The name that begins at a place; undefined where none does. */
export type NameAt = (xml: Buffer, from: number) => XmlName | undefined;

/** The names in one part, each of which is spelt out once however often it stands there. */
export function xmlNames(): NameAt {
  const known = new Map<number, KnownName>();

  function spelled(xml: Buffer, from: number, to: number): KnownName | undefined {
    const full = xml.toString('utf8', from, to);
    if (!form.test(full)) return undefined;
    const local = full.slice(full.indexOf(':') + 1);
    return { full, local, size: to - from, bytes: Uint8Array.from(xml.subarray(from, to)) };
  }

  return (xml, from) => {
    let sum = 0;
    let to = from;
    for (let code = xml[to] ?? 0; isNameByte[code] === 1; code = xml[to] ?? 0) {
      sum = (Math.imul(sum, 31) + code) | 0;
      to += 1;
    }
    const found = known.get(sum);
    if (found !== undefined && isHere(found.bytes, xml, from, to)) return found;
    const name = spelled(xml, from, to);
    if (name !== undefined && known.size < KEPT) known.set(sum, name);
    return name;
  };
}

function isHere(bytes: Uint8Array, xml: Buffer, from: number, to: number): boolean {
  return bytes.length === to - from && isAt(xml, from, bytes);
}
