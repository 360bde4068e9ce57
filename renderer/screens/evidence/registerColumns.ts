import type { EvidenceRow, evidenceSorts } from '../../../shared/api/views/evidenceView.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { whenInWords } from '../../components/evidence/evidenceDate.ts';
import { countWords } from '../../words/countWords.ts';
import { dayWords } from '../../words/dateWords.ts';

export type EvidenceSort = (typeof evidenceSorts)[number];

export type RegisterColumn = {
  readonly name: string;
  readonly heading: string;
  /** What the list can be sorted by with this column's heading; null where it can't. */
  readonly sort: EvidenceSort | null;
  /** Whether the first press of the heading sorts downwards: newest or most first. */
  readonly descendingFirst: boolean;
  readonly words: (row: EvidenceRow) => string;
};

/** The columns of the register, in their order. */
export const registerColumns: readonly RegisterColumn[] = [
  {
    name: 'title',
    heading: 'Title',
    sort: 'title',
    descendingFirst: false,
    words: (row) => (row.title === '' ? 'Without a title' : row.title),
  },
  {
    name: 'kind',
    heading: 'Kind',
    sort: 'kind',
    descendingFirst: false,
    words: (row) => (row.kind === null ? 'No kind' : evidenceKindWord(row.kind)),
  },
  {
    name: 'date',
    heading: 'Date or period',
    sort: 'date',
    descendingFirst: true,
    words: whenInWords,
  },
  {
    name: 'partner',
    heading: 'Partner',
    sort: 'partner',
    descendingFirst: false,
    words: (row) => row.partnerName ?? 'No partner',
  },
  {
    name: 'files',
    heading: 'Files',
    sort: null,
    descendingFirst: false,
    words: (row) => String(row.attachments),
  },
  {
    name: 'uses',
    heading: 'Used in',
    sort: 'uses',
    descendingFirst: true,
    words: (row) => String(row.usedIn),
  },
  {
    name: 'changed',
    heading: 'Changed',
    sort: 'newest-change',
    descendingFirst: true,
    words: (row) => dayWords(row.changedAt),
  },
];

/** Everything but the title in one line, for a window too narrow for columns. */
export function rowInOneLine(row: EvidenceRow): string {
  const parts = [
    row.kind === null ? 'No kind' : evidenceKindWord(row.kind),
    whenInWords(row),
    ...(row.partnerName === null ? [] : [row.partnerName]),
    ...(row.attachments === 0 ? [] : [countWords(row.attachments, 'file')]),
    row.usedIn === 0 ? 'linked to nothing' : `used in ${countWords(row.usedIn, 'place')}`,
  ];
  return parts.join(' · ');
}

/** What a sort is called in a list of choices. */
export const sortChoices: readonly {
  readonly sort: EvidenceSort;
  readonly descending: boolean;
  readonly words: string;
}[] = [
  { sort: 'newest-change', descending: true, words: 'Changed last' },
  { sort: 'title', descending: false, words: 'Title, A to Z' },
  { sort: 'date', descending: true, words: 'Newest date' },
  { sort: 'date', descending: false, words: 'Oldest date' },
  { sort: 'kind', descending: false, words: 'Kind' },
  { sort: 'partner', descending: false, words: 'Partner' },
  { sort: 'uses', descending: true, words: 'Used most' },
];
