import { inOrder, type ExportNames } from '../exportNames.ts';
import type { ExportSource } from '../exportSource.ts';
import { liveNumber, liveText, type WordOf } from '../liveText.ts';
import type { Sheet } from '../sheetModel.ts';

/** The figures of the indicators, a row for each value. */
export function indicatorValuesSheet(source: ExportSource, names: ExportNames): Sheet {
  const indicator: WordOf = (id) => (typeof id === 'string' ? names.indicator(id) : '');
  return {
    name: 'Indicator values',
    title: 'Indicator values',
    purpose: 'The figures behind the indicators, with target, source and caveat.',
    about: 'A row for each figure. An empty value is not available yet.',
    columns: [
      { key: 'number', header: 'No.', width: 8, kind: 'text' },
      { key: 'indicator', header: 'Indicator', width: 40, kind: 'text' },
      { key: 'series', header: 'Series', width: 26, kind: 'text' },
      { key: 'area', header: 'Area', width: 20, kind: 'text' },
      { key: 'period', header: 'Period', width: 18, kind: 'text' },
      { key: 'value', header: 'Value', width: 11, kind: 'number' },
      { key: 'unit', header: 'Unit', width: 16, kind: 'text' },
      { key: 'target', header: 'Target', width: 16, kind: 'text' },
      { key: 'source', header: 'Source', width: 30, kind: 'text' },
      { key: 'caveat', header: 'Caveat', width: 40, kind: 'text' },
    ],
    frozenColumns: 2,
    rows: inOrder(source.indicatorValues).map((value, index) => [
      `V${index + 1}`,
      liveText(value, 'indicator', indicator),
      liveText(value, 'series'),
      liveText(value, 'area'),
      liveText(value, 'period'),
      liveNumber(value, 'value'),
      liveText(value, 'unit'),
      liveText(value, 'target'),
      liveText(value, 'source'),
      liveText(value, 'caveat'),
    ]),
    emptySentence: 'No figures have been recorded in this workbook yet.',
    table: 'IndicatorValues',
    print: { orientation: 'landscape', paper: 'A3' },
    counted: [{ name: 'Indicator values', rule: 'rows' }],
    charts: [],
  };
}
