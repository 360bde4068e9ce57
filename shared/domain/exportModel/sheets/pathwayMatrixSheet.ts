import { oneCell } from '../cellText.ts';
import type { Partner } from '../../frameworkOutcomeRows.ts';
import type { ExportEntity, ExportSource } from '../exportSource.ts';
import { liveText, type WordOf } from '../liveText.ts';
import type { Cell, Sheet } from '../sheetModel.ts';

/** Partner by pathway point, as in the plan's Appendix A, in words in place of ticks. */
export function pathwayMatrixSheet(source: ExportSource): Sheet {
  const cells = new Map(source.pathwayCells.map((cell) => [cell.id, cell]));
  const placed = new Set(source.pathwayCells.map(({ id }) => id.slice(0, id.lastIndexOf(':'))));
  const { pathwayPoints, partners } = source.catalogue;
  return {
    name: 'Pathway matrix',
    title: 'Pathway matrix: which partner is involved at which point',
    purpose: 'Each partner’s part at the five points of the community justice pathway.',
    about:
      'A row for each statutory partner, and for others that were placed. “Involved” is as the partnership recorded it; an empty cell has not been filled in.',
    columns: [
      { key: 'partner', header: 'Partner', width: 36, kind: 'text' },
      ...pathwayPoints.map(
        ({ id, number, title }) =>
          ({ key: id, header: headerOf(number, title), width: 26, kind: 'text' }) as const,
      ),
    ],
    frozenColumns: 1,
    rows: rowsFor(partners, placed).map((partner) => [
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

/** Statutory partners always, others once they have a cell; so too a partner that has been taken out since. */
function rowsFor(
  partners: readonly Pick<Partner, 'id' | 'title' | 'bodyKind'>[],
  placed: ReadonlySet<string>,
): readonly Pick<Partner, 'id' | 'title'>[] {
  const known = new Set(partners.map(({ id }) => id));
  const gone = [...placed].filter((id) => !known.has(id)).sort();
  return [
    ...partners.filter(({ id, bodyKind }) => bodyKind === 'statutory' || placed.has(id)),
    ...gone.map((id) => ({ id, title: id })),
  ];
}

const involved: WordOf = (value) => (value === true ? 'Involved' : value === false ? 'Not involved' : '');
const known: WordOf = (value) =>
  typeof value === 'string' && value !== 'unknown' ? value.replaceAll('-', ' ') : '';
const level: WordOf = (value) => (value === 'both' ? 'strategic and operational' : known(value));

/** A title can be corrected to anything; Excel wants column names in one line, unlike each other, within 255 signs. */
function headerOf(number: string, title: string): string {
  const whole = oneCell(`${number}. ${title}`)
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '');
  return whole.slice(0, 200).toWellFormed();
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
