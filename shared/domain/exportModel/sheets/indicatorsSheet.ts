import { indicatorTypes } from '../../entityCatalogue.ts';
import type { Indicator } from '../../frameworkOutcomeRows.ts';
import { inOrder, type ExportNames } from '../exportNames.ts';
import type { ExportEntity, ExportSource } from '../exportSource.ts';
import { liveText, NOT_SETTLED, type WordOf } from '../liveText.ts';
import type { Cell, Sheet } from '../sheetModel.ts';
import { whoseWords } from '../whoseWords.ts';

const OWN_WORDS = 'This partnership’s own';

/** The indicators with the column names of the plan's Appendix B; a row for each reporting measure. */
export function indicatorsSheet(source: ExportSource, names: ExportNames): Sheet {
  const own = new Map(inOrder(source.indicators).map((indicator) => [indicator.id, indicator]));
  const shipped = source.catalogue.indicators.flatMap((row) => {
    const used = own.get(row.id);
    own.delete(row.id);
    return shippedRows(source, names, row, used);
  });
  return {
    name: 'Indicators',
    title: 'Performance reporting indicators',
    purpose: 'The indicators of each outcome, their reporting measures, and whether they are used.',
    about: 'A row for each reporting measure; an indicator without one has a single row.',
    columns: [
      { key: 'number', header: 'No.', width: 9, kind: 'text' },
      { key: 'outcome', header: 'Outcomes', width: 18, kind: 'text' },
      { key: 'type', header: 'Indicator Type', width: 18, kind: 'choice', choices: [...indicatorTypes] },
      { key: 'indicator', header: 'Indicator', width: 48, kind: 'text' },
      { key: 'measure', header: 'Reporting Measure', width: 48, kind: 'text' },
      { key: 'used', header: 'Used', width: 9, kind: 'choice', choices: ['Yes', 'No'] },
      { key: 'whyNotUsed', header: 'Why not used', width: 30, kind: 'text' },
      { key: 'note', header: 'Note', width: 28, kind: 'text' },
      { key: 'words', header: 'Whose words', width: 22, kind: 'text' },
    ],
    frozenColumns: 1,
    rows: [...shipped, ...[...own.values()].flatMap((indicator, index) => ownRows(names, indicator, index))],
    emptySentence: 'The frameworks of this workbook have no indicators.',
    table: 'Indicators',
    print: { orientation: 'landscape', paper: 'A3' },
    counted: [],
    charts: [],
  };
}

function shippedRows(
  source: ExportSource,
  names: ExportNames,
  row: Indicator,
  used: ExportEntity<'indicator'> | undefined,
): readonly (readonly Cell[])[] {
  const written = used === undefined ? '' : liveText(used, 'measures');
  const planned = source.catalogue.reportingMeasures
    .filter(({ indicatorId }) => indicatorId === row.id)
    .map(({ text, parts }) => [text, ...parts.map((part) => `– ${part}`)].join('\n'));
  const measures = written === '' ? planned : measuresOf(written);
  const title = (used === undefined ? '' : liveText(used, 'title')) || row.title;
  return (measures.length === 0 ? [null] : measures).map((measure) => [
    row.number,
    row.outcomeIds.map(names.outcomeShort).join('; '),
    (used === undefined ? '' : liveText(used, 'type')) || row.type,
    row.parts.length === 0 ? title : [title, ...row.parts.map((part) => `– ${part}`)].join('\n'),
    measure,
    ...usedCells(used),
    title === row.title ? whoseWords(row, source.catalogue) : OWN_WORDS,
  ]);
}

function ownRows(
  names: ExportNames,
  indicator: ExportEntity<'indicator'>,
  index: number,
): readonly (readonly Cell[])[] {
  const outcome: WordOf = (id) => (typeof id === 'string' ? names.outcomeShort(id) : '');
  const measures = measuresOf(liveText(indicator, 'measures'));
  return (measures.length === 0 ? [null] : measures).map((measure) => [
    `Own ${index + 1}`,
    liveText(indicator, 'outcome', outcome),
    liveText(indicator, 'type'),
    liveText(indicator, 'title'),
    measure,
    ...usedCells(indicator),
    OWN_WORDS,
  ]);
}

function usedCells(indicator: ExportEntity<'indicator'> | undefined): readonly Cell[] {
  if (indicator === undefined) return [null, null, null];
  return [liveText(indicator, 'used'), liveText(indicator, 'whyNotUsed'), liveText(indicator, 'note')];
}

/** One measure a line; values that are not settled stay together in one cell. */
function measuresOf(text: string): readonly string[] {
  if (text.startsWith(NOT_SETTLED)) return [text];
  return text.split('\n').filter((line) => line.trim() !== '');
}
