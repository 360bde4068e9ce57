import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { SeededRandom } from '../seededRandom.ts';

/** A way to break a workbook file, by name. */
export type Breakage = {
  readonly name: string;
  readonly apply: (bytes: Uint8Array, random: SeededRandom) => Uint8Array;
};

const sheetParts = ['xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml', 'xl/worksheets/sheet4.xml'];
const readParts = [
  ...sheetParts,
  'xl/workbook.xml',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
  'xl/_rels/workbook.xml.rels',
  '_rels/.rels',
  '[Content_Types].xml',
];
const laughs = `<!DOCTYPE a [<!ENTITY b "ha">${Array.from({ length: 20 }, (_none, index) => `<!ENTITY c${index} "&${index === 0 ? 'b' : `c${index - 1}`};&${index === 0 ? 'b' : `c${index - 1}`};">`).join('')}]>`;
const afterDeclaration = (insert: string) => (xml: string) =>
  xml.replace(/(<\?xml[^>]*\?>\s*)?/, (found) => found + insert);
const intoRows = (insert: string) => (xml: string) => xml.replace('</sheetData>', `${insert}</sheetData>`);
const afterRows = (insert: string) => (xml: string) => xml.replace('</sheetData>', `</sheetData>${insert}`);

function inPart(
  names: readonly string[],
  change: (xml: string, random: SeededRandom) => string,
): Breakage['apply'] {
  return (bytes, random) => {
    const parts = unzipSync(bytes);
    const name = random.pick(names);
    parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array()), random));
    return zipSync(parts, { level: 1 });
  };
}

function ofParts(
  change: (parts: Record<string, Uint8Array>, random: SeededRandom) => void,
): Breakage['apply'] {
  return (bytes, random) => {
    const parts = unzipSync(bytes);
    change(parts, random);
    return zipSync(parts, { level: 6 });
  };
}

/** Changes a number of four bytes in each entry of the directory at the end: `at` 24 is the size, 16 the check sum. */
function inDirectory(at: number, value: (random: SeededRandom) => number): Breakage['apply'] {
  return (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (
      let place = copy.indexOf('PK\u0001\u0002');
      place !== -1;
      place = copy.indexOf('PK\u0001\u0002', place + 4)
    ) {
      if (random.chance(0.5)) copy.writeUInt32LE(value(random), place + at);
    }
    return copy;
  };
}

/** Every way, the crude ones first. */
export const breakages: readonly Breakage[] = [
  {
    name: 'bytes flipped',
    apply: (bytes, random) => {
      const copy = Uint8Array.from(bytes);
      for (let count = 1 + random.below(20); count > 0; count -= 1) {
        const at = random.below(copy.length);
        copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
      }
      return copy;
    },
  },
  { name: 'cut', apply: (bytes, random) => bytes.slice(0, random.below(bytes.length)) },
  {
    name: 'something put before it',
    apply: (bytes, random) => Buffer.concat([Buffer.alloc(1 + random.below(500), 65), bytes]),
  },
  {
    name: 'sizes lie',
    apply: inDirectory(24, (random) => random.pick([0, 10, 0x7fffffff, 0xfffffffe, 5_000_000])),
  },
  { name: 'packed sizes lie', apply: inDirectory(20, (random) => random.pick([0, 10, 0x7fffffff, 100_000])) },
  { name: 'check sums lie', apply: inDirectory(16, (random) => random.below(0xffffffff)) },
  { name: 'places lie', apply: inDirectory(42, (random) => random.below(200_000)) },
  { name: 'parts missing', apply: ofParts((parts, random) => void delete parts[random.pick(readParts)]) },
  {
    name: 'parts swapped',
    apply: ofParts((parts, random) => {
      const [left, right] = [random.pick(readParts), random.pick(readParts)];
      [parts[left], parts[right]] = [parts[right] ?? new Uint8Array(), parts[left] ?? new Uint8Array()];
    }),
  },
  {
    name: 'names that lead out',
    apply: ofParts((parts, random) => {
      parts[random.pick(['../evil.xml', '/etc/x', 'C:\\x', '__proto__', 'xl/../../x'])] = new Uint8Array(10);
    }),
  },
  {
    name: 'a bomb in a part that is read',
    apply: ofParts((parts, random) => {
      parts[random.pick(readParts)] = new Uint8Array(60_000_000).fill(32);
    }),
  },
  {
    name: 'a bomb in a part that is not read',
    apply: ofParts((parts) => {
      parts['xl/media/image1.png'] = new Uint8Array(80_000_000);
    }),
  },
  {
    name: 'a text of 30 MB',
    apply: inPart(['xl/sharedStrings.xml'], (xml) =>
      xml.replace('</sst>', `<si><t>${'x'.repeat(30_000_000)}</t></si></sst>`),
    ),
  },
  {
    name: 'a document type',
    apply: inPart(readParts, afterDeclaration('<!DOCTYPE a SYSTEM "file:///etc/passwd">')),
  },
  {
    name: 'a thousand laughs',
    apply: inPart(readParts, (xml) => afterDeclaration(laughs)(xml).replace(/>([^<>]+)</, '>&c19;<')),
  },
  {
    name: 'nested deeply',
    apply: inPart(readParts, (xml, random) =>
      xml.replace(/<\/[^>]+>\s*$/, (end) => `${'<a>'.repeat(100 + random.below(100_000))}${end}`),
    ),
  },
  {
    name: 'a far cell',
    apply: inPart(sheetParts, intoRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
  },
  {
    name: 'a far row',
    apply: inPart(sheetParts, intoRows('<row r="99999999"><c r="A9999999"><v>1</v></c></row>')),
  },
  {
    name: 'a wide column',
    apply: inPart(sheetParts, (xml) =>
      xml.replace(/<cols>/, '<cols><col min="1" max="2000000000" hidden="1"/>'),
    ),
  },
  {
    name: 'everything merged and validated',
    apply: inPart(
      sheetParts,
      afterRows(
        '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>',
      ),
    ),
  },
  {
    name: 'a million empty cells',
    apply: inPart(sheetParts, intoRows(`<row r="900">${'<c/>'.repeat(1_000_000)}</row>`)),
  },
  {
    name: 'a text that is not there',
    apply: inPart(sheetParts, (xml) => xml.replace(/t="s"><v>\d+/, 't="s"><v>99999999')),
  },
  {
    name: 'a number that is none',
    apply: inPart(sheetParts, intoRows('<row r="900"><c><v>NaN</v></c></row>')),
  },
  {
    name: 'names of prototypes',
    apply: inPart(readParts, (xml) =>
      xml
        .replace(/name="[^"]*"/, 'name="__proto__"')
        .replaceAll('r:id=', '__proto__="1" constructor="2" r:id='),
    ),
  },
  {
    name: 'a defined name on a sheet of that name',
    apply: inPart(['xl/workbook.xml'], (xml) =>
      xml.replace(
        '</sheets>',
        '</sheets><definedNames><definedName name="x">__proto__!$A$1:$XFD$1048576</definedName></definedNames>',
      ),
    ),
  },
  {
    name: 'letters of the markup changed',
    apply: inPart(readParts, (xml, random) => {
      const at = random.below(xml.length);
      return (
        xml.slice(0, at) +
        random.pick(['<', '>', '&', '"', '\u0000', ']]>', '</c>', '']) +
        xml.slice(at + random.below(4))
      );
    }),
  },
  {
    name: 'what travels out of sight changed',
    apply: inPart(['xl/sharedStrings.xml'], (xml, random) =>
      xml.replace(
        /<t>[A-Za-z0-9+/=]{400,}<\/t>/,
        (text) =>
          text.slice(0, 3 + random.below(400)) +
          random.pick(['A', 'zz', '']) +
          text.slice(random.below(400) + 4),
      ),
    ),
  },
  {
    name: 'sheets without end',
    apply: inPart(['xl/workbook.xml'], (xml) =>
      xml.replace('</sheets>', `${'<sheet name="x" sheetId="99" r:id="rId1"/>'.repeat(300)}</sheets>`),
    ),
  },
];
