import { unzipSync } from 'fflate';

const APPLICATION = 'Community Justice Self-Evaluation Workbook';

/** The parts of a shell by their path in the file. */
export type ShellParts = Map<string, string>;

/** The text of every part of an .xlsx file made by `paintShell`. */
export function partsOf(shell: Uint8Array): ShellParts {
  const decoder = new TextDecoder();
  const files = Object.entries(unzipSync(shell)).filter(([name]) => !name.endsWith('/'));
  return new Map(files.map(([name, bytes]) => [name, decoder.decode(bytes)]));
}

/** A part that every shell has. */
export function partNamed(parts: ShellParts, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`The shell has the part ${name}`);
  return part;
}

/** The path of a sheet's part, `index` 0 being the cover. */
export function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** The path of the part that says what a sheet refers to. */
export function sheetRelationsPath(index: number): string {
  return `xl/worksheets/_rels/sheet${index + 1}.xml.rels`;
}

/** What stands before and after a sheet's rows. */
export function aroundRows(sheet: string): { readonly before: string; readonly after: string } {
  const match = /^([\s\S]*?)(?:<sheetData\/>|<sheetData>[\s\S]*<\/sheetData>)([\s\S]*)$/.exec(sheet);
  if (match === null) throw new Error('A sheet has rows');
  const [, before = '', after = ''] = match;
  // The extent is known only after the rows; programs work it out where it is left out.
  return { before: `${before.replace(/<dimension [^>]*\/>/, '')}<sheetData>`, after: `</sheetData>${after}` };
}

/** Puts elements into what follows the rows, before the first of those that the schema has after them. */
export function insertBefore(after: string, followers: readonly string[], elements: string): string {
  const places = followers.map((name) => after.indexOf(`<${name}`)).filter((place) => place >= 0);
  const place = Math.min(...places, after.indexOf('</worksheet>'));
  return `${after.slice(0, place)}${elements}${after.slice(place)}`;
}

/**
 * Takes out the shared strings that the shell's sample cells left behind (rows carry their texts themselves) and gives
 * cells without a look of their own the same font as the others.
 */
export function tidyShell(parts: ShellParts): void {
  parts.delete('xl/sharedStrings.xml');
  change(parts, '[Content_Types].xml', /<Override PartName="\/xl\/sharedStrings\.xml"[^>]*\/>/, '');
  change(parts, '[Content_Types].xml', /<Default Extension="vml"[^>]*\/>/, '');
  change(parts, 'xl/_rels/workbook.xml.rels', /<Relationship [^>]*sharedStrings\.xml"\/>/, '');
  change(
    parts,
    'xl/styles.xml',
    /<font><color theme="1"\/><family val="2"\/><scheme val="minor"\/><sz val="11"\/><name val="Calibri"\/><\/font>/,
    '<font><color theme="1"/><family val="2"/><sz val="10"/><name val="Arial"/></font>',
  );
  // The file does not pretend to be Excel's: LibreOffice then works out the heights of rows by itself.
  change(
    parts,
    'docProps/app.xml',
    /<Application>[^<]*<\/Application>/,
    `<Application>${APPLICATION}</Application>`,
  );
  change(parts, 'docProps/app.xml', /<AppVersion>[^<]*<\/AppVersion>/, '');
  change(parts, 'xl/workbook.xml', /<fileVersion [^>]*\/>/, '');
  // Without a name there is no table style: looks come from the cells, the same in every program.
  for (const [name, part] of parts) {
    if (name.startsWith('xl/tables/'))
      parts.set(name, part.replace(/<tableStyleInfo name="[^"]*"/, '<tableStyleInfo'));
  }
}

function change(parts: ShellParts, name: string, what: RegExp, to: string): void {
  const part = partNamed(parts, name);
  if (!what.test(part)) throw new Error(`exceljs writes ${name} differently`);
  parts.set(name, part.replace(what, to));
}
