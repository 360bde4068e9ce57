import { evidenceKinds } from '../entityCatalogue.ts';
import { evidenceKindWord } from '../evidenceKind.ts';
import { fieldsInConflict } from '../entityState.ts';
import { dateCell } from './calendarDay.ts';
import type { ExportNames } from './exportNames.ts';
import type { ExportEvidence } from './exportSource.ts';
import { liveText, wordsFrom, type WordOf } from './liveText.ts';
import type { Cell, Column } from './sheetModel.ts';

const kindWord = wordsFrom(evidenceKinds, evidenceKindWord);
const dateWord: WordOf = (value) => (typeof value === 'string' ? dateCell(value) : '');

/** One column of evidence: how it looks and what stands in it. */
type EvidenceColumn = Column & { readonly cellOf: (item: ExportEvidence, names: ExportNames) => Cell };

/** Every column that a sheet of evidence can have. */
const columns = {
  number: { header: 'No.', width: 8, kind: 'text', cellOf: (item) => evidenceNumber(item) },
  title: { header: 'Evidence', width: 34, kind: 'text', cellOf: (item) => liveText(item, 'title') },
  kind: {
    header: 'Kind of evidence',
    width: 17,
    kind: 'choice',
    choices: evidenceKinds.map(evidenceKindWord),
    cellOf: (item) => liveText(item, 'kind', kindWord),
  },
  date: { header: 'Date', width: 15, kind: 'date', cellOf: (item) => liveText(item, 'date', dateWord) },
  period: { header: 'Period', width: 18, kind: 'text', cellOf: (item) => liveText(item, 'period') },
  source: { header: 'Source', width: 26, kind: 'text', cellOf: (item) => liveText(item, 'source') },
  shows: { header: 'What it shows', width: 46, kind: 'text', cellOf: (item) => liveText(item, 'shows') },
  difference: {
    header: 'What difference it made',
    width: 38,
    kind: 'text',
    cellOf: (item) => liveText(item, 'difference'),
  },
  owner: { header: 'Owner', width: 18, kind: 'text', cellOf: (item) => liveText(item, 'owner') },
  partner: {
    header: 'Partner',
    width: 22,
    kind: 'text',
    cellOf: (item, names) =>
      liveText(item, 'partner', (id) => (typeof id === 'string' ? names.partner(id) : '')),
  },
  marking: { header: 'Marking', width: 16, kind: 'text', cellOf: (item) => liveText(item, 'marking') },
  quality: {
    header: 'Quality indicators and questions',
    width: 20,
    kind: 'text',
    cellOf: (item, names) => linked(item, names, ['quality-indicator', 'question']),
  },
  outcomes: {
    header: 'Outcomes',
    width: 18,
    kind: 'text',
    cellOf: (item, names) => linked(item, names, ['outcome']),
  },
  otherLinks: {
    header: 'Also supports',
    width: 28,
    kind: 'text',
    cellOf: (item, names) => linked(item, names, ['indicator', 'pathway-point', 'partner', 'action']),
  },
  files: { header: 'Files', width: 8, kind: 'number', cellOf: (item) => item.files.length },
  fileNames: {
    header: 'Names of files',
    width: 26,
    kind: 'text',
    cellOf: (item) =>
      item.files.map(({ name, sha256 }) => (name === '' ? sha256.slice(0, 12) : name)).join('\n'),
  },
  note: { header: 'Note', width: 30, kind: 'text', cellOf: (item) => noteOf(item) },
} as const satisfies Record<string, Omit<EvidenceColumn, 'key'>>;

export type EvidenceColumnKey = keyof typeof columns;

/** The columns named, in that order. */
export function evidenceColumns(keys: readonly EvidenceColumnKey[]): readonly EvidenceColumn[] {
  return keys.map((key) => ({ key, ...columns[key] }));
}

/** Number by which people refer to an item: "E12". It holds within one export. */
export function evidenceNumber(item: ExportEvidence): string {
  return `E${item.number}`;
}

function linked(item: ExportEvidence, names: ExportNames, kinds: readonly string[]): string {
  return item.links
    .filter(({ kind }) => kinds.includes(kind))
    .map((target) => names.target(target))
    .join('; ');
}

function noteOf(item: ExportEvidence): string {
  const note = liveText(item, 'note');
  if (!fieldsInConflict(item.state).includes('deleted')) return note;
  return `Not settled: one person deleted this, another one changed or kept it.${note === '' ? '' : `\n${note}`}`;
}
