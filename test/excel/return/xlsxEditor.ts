import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { columnLetters } from '../../../shared/domain/returnWorkbook/readCell.ts';

type EditedCell = { column: number; style: string; rest: string };
export type EditedRow = { attributes: string; cells: EditedCell[] };

/** An .xlsx file that is changed as a spreadsheet program would write the change. */
export type XlsxEditor = ReturnType<typeof xlsxEditor>;

/** Opens the parts of a file. */
export function xlsxEditor(bytes: Uint8Array) {
  const parts = unzipSync(bytes);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const change = (name: string, to: (text: string) => string): void => {
    parts[name] = strToU8(to(text(name)));
  };

  /** The part of the sheet with this name. */
  function partOf(sheet: string): string {
    const id = new RegExp(`<sheet [^>]*name="${sheet}"[^>]*r:id="([^"]+)"`).exec(
      text('xl/workbook.xml'),
    )?.[1];
    const target = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*Target="([^"]+)"`).exec(
      text('xl/_rels/workbook.xml.rels'),
    )?.[1];
    return `xl/${target}`;
  }

  function editRows(sheet: string, edit: (rows: EditedRow[]) => EditedRow[]): void {
    change(partOf(sheet), (xml) =>
      xml.replace(
        /<sheetData>([\s\S]*)<\/sheetData>/,
        (_all, data: string) => `<sheetData>${written(edit(rowsOf(data)))}</sheetData>`,
      ),
    );
  }

  /** Puts what follows `<c r="…" s="…"` in place: `t="s"><v>3</v></c>`, or `/>` for nothing. */
  function setCell(sheet: string, row: number, column: number, rest: string, style?: string): void {
    editRows(sheet, (rows) => {
      while (rows.length <= row) rows.push({ attributes: '', cells: [] });
      const cells = rows[row]?.cells ?? [];
      const cell = cells.find((candidate) => candidate.column === column);
      if (cell === undefined) cells.push({ column, style: style ?? '', rest });
      else Object.assign(cell, { rest, ...(style === undefined ? {} : { style }) });
      cells.sort((left, right) => left.column - right.column);
      return rows;
    });
  }

  return {
    parts,
    text,
    change,
    partOf,
    editRows,
    setCell,
    /** As Excel writes a typed text: a reference into the shared texts. */
    setText(sheet: string, row: number, column: number, value: string): void {
      const count = [...text('xl/sharedStrings.xml').matchAll(/<si>|<si\/>/g)].length;
      change('xl/sharedStrings.xml', (xml) =>
        xml.replace('</sst>', `<si><t xml:space="preserve">${escaped(value)}</t></si></sst>`),
      );
      setCell(sheet, row, column, ` t="s"><v>${count}</v></c>`);
    },
    clear: (sheet: string, row: number, column: number): void => setCell(sheet, row, column, '/>'),
    /** A comment on a cell as Excel writes it: a part of its own, which the sheet refers to. */
    addComment(sheet: string, cell: string, comment: string): void {
      const name = `xl/comments${cell}.xml`;
      const [, part = ''] = /worksheets\/(.*)/.exec(partOf(sheet)) ?? [];
      const relations = `xl/worksheets/_rels/${part}.rels`;
      const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
      if (parts[relations] === undefined)
        change(
          relations,
          () =>
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
        );
      change(relations, (xml) =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="rIdComment" Type="${types}/comments" Target="../comments${cell}.xml"/></Relationships>`,
        ),
      );
      change(
        name,
        () =>
          `<comments><authors><author>B</author></authors><commentList><comment ref="${cell}" authorId="0"><text><r><rPr><b/></rPr><t>B:</t></r><r><t xml:space="preserve">\n${escaped(comment)}</t></r></text></comment></commentList></comments>`,
      );
    },
    /** A look of the given number format, as its index. */
    addLook(format: number): string {
      const looks = Number(/<cellXfs count="(\d+)"/.exec(text('xl/styles.xml'))?.[1]);
      change('xl/styles.xml', (xml) =>
        xml
          .replace(/<cellXfs count="\d+">/, `<cellXfs count="${looks + 1}">`)
          .replace(
            '</cellXfs>',
            `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>`,
          ),
      );
      return String(looks);
    },
    bytes: (): Uint8Array => zipSync(parts, { level: 1 }),
  };
}

/** Rows by their place, 0 being the first; rows that the file leaves out are empty. */
function rowsOf(data: string): EditedRow[] {
  const rows: EditedRow[] = [];
  for (const [, number, attributes = '', inner = ''] of data.matchAll(
    /<row r="(\d+)"([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g,
  )) {
    while (rows.length < Number(number) - 1) rows.push({ attributes: '', cells: [] });
    const cells = [
      ...inner.matchAll(/<c r="([A-Z]+)\d+"(?: s="(\d+)")?((?:\s[^>]*?)?(?:\/>|>[\s\S]*?<\/c>))/g),
    ].map(([, letters = '', style = '', rest = '/>']) => ({ column: columnNumber(letters), style, rest }));
    rows.push({ attributes: attributes.replace(/ spans="[^"]*"/, ''), cells });
  }
  return rows;
}

function written(rows: readonly EditedRow[]): string {
  return rows
    .map(({ attributes, cells }, row) => {
      const inner = cells.map(
        ({ column, style, rest }) =>
          `<c r="${columnLetters(column)}${row + 1}"${style === '' ? '' : ` s="${style}"`}${rest}`,
      );
      return cells.length === 0 ? '' : `<row r="${row + 1}"${attributes}>${inner.join('')}</row>`;
    })
    .join('');
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
