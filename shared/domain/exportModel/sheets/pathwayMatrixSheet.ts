import type { ExportEntity, ExportSource } from '../exportSource.ts';
import { liveText, type WordOf } from '../liveText.ts';
import type { Cell, Sheet } from '../sheetModel.ts';

/** Partner by pathway point, as in the plan's Appendix A, in words in place of ticks. */
export function pathwayMatrixSheet(source: ExportSource): Sheet {
  const cells = new Map(source.pathwayCells.map((cell) => [cell.id, cell]));
  const { pathwayPoints, partners } = source.catalogue;
  return {
    name: 'Pathway matrix',
    title: 'Pathway matrix: which partner is involved at which point',
    purpose: 'Each partner’s part at the five points of the community justice pathway.',
    about:
      'A row for each partner. “Involved” is as the partnership recorded it; an empty cell has not been filled in.',
    columns: [
      { key: 'partner', header: 'Partner', width: 36, kind: 'text' },
      ...pathwayPoints.map(
        ({ id, number, title }) =>
          ({ key: id, header: headerOf(number, title), width: 26, kind: 'text' }) as const,
      ),
    ],
    frozenColumns: 1,
    rows: partners.map((partner) => [
      partner.title,
      ...pathwayPoints.map(({ id }) => cellOf(cells.get(`${partner.id}:${id}`))),
    ]),
    emptySentence: 'This workbook has no partners.',
    table: 'PathwayMatrix',
    print: { orientation: 'landscape', paper: 'A4' },
    counted: [],
    charts: [],
  };
}

const involved: WordOf = (value) => (value === true ? 'Involved' : value === false ? 'Not involved' : '');
const known: WordOf = (value) =>
  typeof value === 'string' && value !== 'unknown' ? value.replaceAll('-', ' ') : '';
const level: WordOf = (value) => (value === 'both' ? 'strategic and operational' : known(value));

/** A title can be corrected to anything; Excel wants column names in one line, unlike each other, within 255 signs. */
function headerOf(number: string, title: string): string {
  return `${number}. ${title}`.replace(/\s+/g, ' ').slice(0, 200).toWellFormed();
}

function cellOf(cell: ExportEntity<'pathway-cell'> | undefined): Cell {
  if (cell === undefined) return null;
  const words = [
    liveText(cell, 'involved', involved),
    liveText(cell, 'basis', known),
    liveText(cell, 'level', level),
  ];
  const said = words.filter((word) => word !== '').join(', ');
  return [said, liveText(cell, 'note')].filter((part) => part !== '').join('\n');
}
