import { BorderStyle, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { DocumentBlock } from './documentModel.ts';
import { paragraphOf } from './paragraphOf.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '8A8A8A' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const MARGINS = { top: 40, bottom: 40, left: 80, right: 80 } as const;
const SMALL = 17;

/** A table with a header row that comes again on the next page and that screen readers read out; `width` is in twips. */
export function documentTable(
  { columns, rows }: Extract<DocumentBlock, { readonly kind: 'table' }>,
  width: number,
): Table {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / shares));
  const cellsOf = (texts: readonly string[], isHeader: boolean): TableCell[] =>
    columns.map(
      (_column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins: MARGINS,
          ...(isHeader ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'ECECEC' } } : {}),
          children: [
            paragraphOf(
              texts[index] ?? '',
              { spacing: { after: 0, line: 228 } },
              { bold: isHeader, size: SMALL },
            ),
          ],
        }),
    );
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: width, type: WidthType.DXA },
    borders: {
      top: LINE,
      bottom: LINE,
      left: NONE,
      right: NONE,
      insideHorizontal: LINE,
      insideVertical: NONE,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cellsOf(
          columns.map(({ header }) => header),
          true,
        ),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cellsOf(row, false) })),
    ],
  });
}
