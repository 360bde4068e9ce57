import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** Calls back for every element and throws where the text is not well-formed XML. No document type is taken. */
export function parseXml(
  name: string,
  xml: string,
  onElement: (tag: SaxesTagPlain) => void = () => undefined,
): void {
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw new Error(`${name} is not well-formed`, { cause });
  });
  parser.on('doctype', () => {
    throw new Error(`${name} has a document type`);
  });
  parser.on('opentag', onElement);
  parser.write(xml).close();
}

/** The sheets in the order of their tabs, each with the path of its part. */
export function sheetPaths(
  workbook: string,
  relations: string,
): readonly { readonly name: string; readonly path: string }[] {
  const targets = new Map<string, string>();
  parseXml('workbook.xml.rels', relations, ({ name, attributes }) => {
    if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
  });
  const sheets: { name: string; path: string }[] = [];
  parseXml('workbook.xml', workbook, ({ name, attributes }) => {
    if (name !== 'sheet') return;
    const target = targets.get(attributes['r:id'] ?? '');
    if (target === undefined) throw new Error('A sheet has no part');
    sheets.push({ name: attributes['name'] ?? '', path: `xl/${target}` });
  });
  return sheets;
}

/** The looks that show a number as a day. */
export function dateStyles(styles: string): ReadonlySet<number> {
  const formats = new Set<string>();
  const found = new Set<number>();
  let inCellFormats = false;
  let index = 0;
  parseXml('styles.xml', styles, ({ name, attributes }) => {
    if (name === 'numFmt' && /y/i.test(attributes['formatCode'] ?? ''))
      formats.add(attributes['numFmtId'] ?? '');
    if (name === 'cellXfs') inCellFormats = true;
    if (name === 'cellStyles') inCellFormats = false;
    if (name !== 'xf' || !inCellFormats) return;
    if (formats.has(attributes['numFmtId'] ?? '')) found.add(index);
    index += 1;
  });
  return found;
}
