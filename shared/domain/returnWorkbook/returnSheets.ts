import type { EntityKind } from '../entityCatalogue.ts';

/** What a column holds: `shown` is there to be read, everything else can be filled in. */
export type ReturnColumnKind =
  | 'shown'
  | 'text'
  | 'grade'
  | 'date'
  | 'evidence-kind'
  | 'quality-indicator'
  | 'outcome'
  /** Links to quality indicators, several divided by semicolons. */
  | 'quality-indicator-links'
  | 'outcome-links';

/** Whether what was sent in such a column is only shown, and nothing for people to change. */
export function isOnlyShown(kind: ReturnColumnKind): boolean {
  return kind === 'shown' || kind === 'quality-indicator-links' || kind === 'outcome-links';
}

export type ReturnColumn = {
  /** The field of the sheet's entity, or a name of the column's own where it is not a field. */
  readonly key: string;
  readonly header: string;
  /** In characters of the standard font. */
  readonly width: number;
  readonly kind: ReturnColumnKind;
  /** What appears beside the cell when it is chosen. */
  readonly help: string;
};

export const returnSheetKeys = ['cover', 'grades', 'answers', 'evidence', 'actions'] as const;
export type ReturnSheetKey = (typeof returnSheetKeys)[number];

export type ReturnSheet = {
  readonly key: ReturnSheetKey;
  /** Null for the cover, whose one cell to fill in is the name. */
  readonly entity: Extract<EntityKind, 'grade' | 'answer' | 'evidence' | 'action'> | null;
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly columns: readonly ReturnColumn[];
  /** What one row is, in a sentence: "this question". */
  readonly rowWord: string;
};

/** The row of the cover with the name of whoever fills the workbook in. */
export const AUTHOR_ROW = 'author';

function column(kind: ReturnColumnKind, key: string, header: string, width: number, help = ''): ReturnColumn {
  return { key, header, width, kind, help };
}

/** The sheets of a workbook to fill in. A column's key is what a cell is known by when the file comes back. */
export const returnSheets: readonly ReturnSheet[] = [
  {
    key: 'cover',
    entity: null,
    name: 'Start here',
    title: 'Self-evaluation: workbook to fill in',
    about:
      'Fill in your name below, then the cells with a pale yellow background on the other sheets. Save, and send this file back.',
    rowWord: 'this line',
    columns: [
      column('shown', 'label', 'About', 30),
      column('text', 'value', 'What to know', 90, 'Your name, as it should stand beside what you write.'),
    ],
  },
  {
    key: 'grades',
    entity: 'grade',
    name: 'Grades',
    title: 'Grades',
    about:
      'One row for each quality indicator. Choose a grade from the list; leave it empty where you have nothing to say.',
    rowWord: 'this quality indicator',
    columns: [
      column('shown', 'number', 'Number', 9),
      column('shown', 'title', 'Quality indicator', 38),
      column('grade', 'grade', 'Grade', 22, 'Choose from the list. 1 is unsatisfactory, 6 is excellent.'),
      column('text', 'rationale', 'Why this grade', 60, 'What the grade rests on.'),
      column('text', 'whatNext', 'What are we going to do next?', 50, 'What would make it better.'),
    ],
  },
  {
    key: 'answers',
    entity: 'answer',
    name: 'Answers',
    title: 'Answers',
    about: 'One row for each question. Write as much or as little as you can; leave the rest empty.',
    rowWord: 'this question',
    columns: [
      column('shown', 'number', 'Number', 9),
      column('shown', 'question', 'Question', 42),
      column('text', 'howAreWeDoing', 'How are we doing?', 52, 'What is going well and what is not.'),
      column(
        'text',
        'howDoWeKnow',
        'How do we know?',
        52,
        'What shows it: figures, views of people, documents, what was seen.',
      ),
      column('text', 'whatNext', 'What are we going to do next?', 46, 'What would make it better.'),
    ],
  },
  {
    key: 'evidence',
    entity: 'evidence',
    name: 'Evidence',
    title: 'Evidence',
    about:
      'One row for each thing that shows how we know. Correct what is there, and add new evidence in the empty rows. Write no names or details of people.',
    rowWord: 'this evidence',
    columns: [
      column('text', 'title', 'Title', 40, 'What it is called. A row without a title is not taken.'),
      column('evidence-kind', 'kind', 'Kind', 20, 'Choose from the list.'),
      column(
        'date',
        'date',
        'Date',
        16,
        'A day such as 31 March 2026, a month such as March 2026, or a year.',
      ),
      column('text', 'period', 'Period', 22, 'In words, such as April to December 2025.'),
      column('text', 'source', 'Source', 28, 'Where it comes from.'),
      column('text', 'shows', 'What it shows', 50, 'In a sentence or two.'),
      column('text', 'difference', 'What difference it made', 40, 'What changed because of it.'),
      column('text', 'owner', 'Owner', 20, 'Who keeps it: a role or a team.'),
      column(
        'quality-indicator-links',
        'qualityIndicators',
        'Quality indicators',
        30,
        'Choose one from the list, or write several numbers divided by semicolons: 1.1; 6.2',
      ),
      column(
        'outcome-links',
        'outcomes',
        'Outcomes',
        30,
        'Choose one from the list, or write several divided by semicolons.',
      ),
    ],
  },
  {
    key: 'actions',
    entity: 'action',
    name: 'Actions',
    title: 'Improvement actions',
    about:
      'One row for each action. Correct what is there, say how far it is, and add new actions in the empty rows.',
    rowWord: 'this action',
    columns: [
      column('text', 'title', 'Action', 55, 'What will be done. A row without it is not taken.'),
      column('text', 'due', 'Action Due Date', 20, 'A day, a month, or in words, such as June 2026.'),
      column('text', 'managedBy', 'Managed By', 28, 'Who sees to it: a role or a body.'),
      column('text', 'progress', 'Progress', 45, 'How far it is.'),
      column('quality-indicator', 'qualityIndicator', 'Quality indicator', 30, 'Choose from the list.'),
      column('outcome', 'outcome', 'Outcome', 30, 'Choose from the list.'),
    ],
  },
];

/** The sheet of a key. */
export function returnSheet(key: ReturnSheetKey): ReturnSheet {
  const sheet = returnSheets.find((candidate) => candidate.key === key);
  if (sheet === undefined) throw new Error('Every key has a sheet');
  return sheet;
}
