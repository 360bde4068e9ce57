import { assertNever } from '../../../shared/domain/assertNever.ts';
import { spelledDate } from '../../../shared/domain/spelledDate.ts';
import type { DocumentBlock, DocumentModel } from '../../documents/documentModel.ts';
import { REMOVED } from './notedWords.ts';
import type { WholeHandBack } from './readHandBack.ts';
import { shortened, shortenedApart } from '../shortened.ts';

/** How many entries a list of the note shows, so that it is a page. */
const LISTED = { taken: 4, settled: 3, open: 2, ignored: 2 } as const;
/** So few more are shown as well: naming them takes no more room than saying that there are more. */
const SPARE = 2;
/** A row of the tables above is as high as so many rows of what was not taken, which has the room that they leave. */
const IGNORED_IN_A_ROW = 3;
/** Where the rest is of what was not taken, which is in no workbook, and all of it for somebody who has no program. */
const WITH_SENDER = 'of which whoever sent you this note has the whole list';
const IN_HISTORY = 'which are in the workbook’s history';
/** In characters: in a list, which is as wide as the page, and in a column of a table. */
const LONGEST_ENTRY = 140;
const LONGEST_LABEL = 90;

/** What a note says beside what became of the contribution. */
export type NoteAbout = {
  readonly partnership: string;
  readonly round: string;
  readonly marking: string;
  /** Who writes it; empty where nobody said. */
  readonly from: string;
  /** ISO 8601. */
  readonly at: string;
  /** The packet's file name; null where there is none, for somebody without the program. */
  readonly packet: string | null;
  readonly encrypted: boolean;
};

/** The note for one contributor, a page where there is no more than usual. */
export function handBackNote(view: WholeHandBack, about: NoteAbout): DocumentModel {
  const { partnership, round, marking } = about;
  const to = view.author === '' ? view.voiceName : `${view.author}, ${view.voiceName}`;
  const from = about.from === '' ? '' : ` From ${about.from}.`;
  const rest = about.packet === null ? WITH_SENDER : IN_HISTORY;
  return {
    title: 'What became of your contribution',
    subtitle: `For ${to}. ${partnership}, ${round}.${from} ${spelledDate(about.at.slice(0, 10))}.${marking === '' ? '' : ` Marked ${marking}.`}`,
    owner: `${partnership}, ${round}`,
    marking,
    blocks: [
      { kind: 'paragraph', text: summary(view) },
      ...takenBlocks(view, rest),
      ...settledBlocks(view, rest),
      ...openBlocks(view, rest),
      ...ignoredBlocks(view),
      ...howToGoOn(about, view.ignored.length > 0),
    ],
  };
}

function summary({ packets, taken, settled, open, carriedOn, ignored }: WholeHandBack): string {
  const sent = packets
    .slice(0, 3)
    .map(({ name, takenAt }) => `“${name}” (brought in on ${spelledDate(takenAt.slice(0, 10))})`);
  const more = packets.length > 3 ? ` and ${counted(packets.length - 3, 'more file', 'more files')}` : '';
  const entries = new Set(taken.map(({ label }) => label)).size;
  const parts = [
    `what you wrote stands in ${counted(entries, 'entry', 'entries')}`,
    ...(settled.length === 0
      ? []
      : [`${counted(settled.length, 'field was', 'fields were')} settled with what others wrote`]),
    ...(open.length === 0 ? [] : [`${counted(open.length, 'field is', 'fields are')} still open`]),
    ...(carriedOn === 0 ? [] : [`${counted(carriedOn, 'field has', 'fields have')} been carried on since`]),
    ...(ignored.length === 0
      ? []
      : [
          `${counted(ignored.length, 'thing', 'things')} could not be taken in as ${ignored.length === 1 ? 'it was' : 'they were'}`,
        ]),
  ];
  return `Thank you for ${listOf(sent)}${more}. Now ${listOf(parts)}. Nothing you wrote is lost: the history of each field has every value.`;
}

function takenBlocks({ taken }: WholeHandBack, rest: string): readonly DocumentBlock[] {
  if (taken.length === 0) return [];
  const fields = new Map<string, string[]>();
  for (const { label, fieldLabel, value } of taken) {
    // What was done to an entry is said in the place of a field: "Evidence: Survey: removed".
    const words = fieldLabel === '' ? value.toLowerCase() : fieldLabel;
    fields.set(label, [...(fields.get(label) ?? []), words]);
  }
  const items = [...fields]
    .toSorted(([left], [right]) => kindOf(left) - kindOf(right))
    .map(([label, names]) =>
      kindOf(label) >= namedWhole
        ? shortened(label, LONGEST_ENTRY)
        : place(label, [...new Set(names)].join(', '), LONGEST_ENTRY),
    );
  return [
    { kind: 'heading', text: 'Stands as you wrote it' },
    { kind: 'list', numbered: false, items: firstOf(items, LISTED.taken, rest) },
  ];
}

/** How the labels of entries begin, in the order in which they are listed; files and links have no fields of note. */
const kinds = ['Answer', 'Grade', 'Evidence', 'Action', '', 'File', 'Link'] as const;
const namedWhole = kinds.indexOf('File');

function kindOf(label: string): number {
  const [first = ''] = label.split(/[ :]/);
  const known = kinds.findIndex((kind) => kind === first);
  return known === -1 ? kinds.indexOf('') : known;
}

function settledBlocks({ settled }: WholeHandBack, rest: string): readonly DocumentBlock[] {
  if (settled.length === 0) return [];
  const rows = settled.map(({ label, fieldLabel, value, settledAs, isChangedSince, how, by, at, reason }) => [
    place(label, fieldLabel),
    ...shortenedApart([value, settledAs]),
    `${howWords(how, value === settledAs)}${by === '' ? '' : ` by ${by}`} on ${spelledDate(at.slice(0, 10))}.${reason === '' ? '' : ` ${shortened(reason)}`}${isChangedSince ? ' It has been changed since.' : ''}`,
  ]);
  return [
    { kind: 'heading', text: 'Settled with what others wrote' },
    {
      kind: 'table',
      columns: [
        { header: 'What', width: 23 },
        { header: 'You wrote', width: 24 },
        { header: 'Settled as', width: 24 },
        { header: 'How, and why', width: 29 },
      ],
      rows: rows.slice(0, listed(rows.length, LISTED.settled)),
    },
    ...andMore(rows.length - listed(rows.length, LISTED.settled), rest),
  ];
}

function openBlocks({ open }: WholeHandBack, rest: string): readonly DocumentBlock[] {
  if (open.length === 0) return [];
  const rows = open.map(({ label, fieldLabel, value, values }) => {
    const [own = '', ...others] = shortenedApart([value, ...values.filter((other) => other !== value)]);
    return [place(label, fieldLabel), own, others.length === 0 ? besideDeletion(value) : others.join('\n')];
  });
  return [
    { kind: 'heading', text: 'Still open' },
    {
      kind: 'table',
      columns: [
        { header: 'What', width: 30 },
        { header: 'You wrote', width: 35 },
        { header: 'Others wrote', width: 35 },
      ],
      rows: rows.slice(0, listed(rows.length, LISTED.open)),
    },
    ...andMore(rows.length - listed(rows.length, LISTED.open), rest),
  ];
}

/** Where only one value is open it is against a deletion: one person deleted what another changed. */
function besideDeletion(value: string): string {
  return value === REMOVED ? 'Changed by somebody else meanwhile' : 'Deleted by somebody else meanwhile';
}

function ignoredBlocks({ settled, open, ignored }: WholeHandBack): readonly DocumentBlock[] {
  if (ignored.length === 0) return [];
  const rowsLeft = Math.max(0, LISTED.settled - settled.length) + Math.max(0, LISTED.open - open.length);
  const shown = listed(ignored.length, LISTED.ignored + rowsLeft * IGNORED_IN_A_ROW);
  return [
    { kind: 'heading', text: 'Not taken in as it was' },
    {
      kind: 'table',
      columns: [
        { header: 'What', width: 45 },
        { header: 'Why', width: 55 },
      ],
      rows: ignored.slice(0, shown).map(({ what, why }) => [shortened(what), shortened(why, 200)]),
    },
    ...andMore(ignored.length - shown, WITH_SENDER),
  ];
}

function howToGoOn({ packet, encrypted }: NoteAbout, isSomethingIgnored: boolean): readonly DocumentBlock[] {
  const heading: DocumentBlock = { kind: 'heading', text: 'How to go on' };
  if (packet === null) {
    const toDo = isSomethingIgnored
      ? 'You sent an Excel workbook. If something that was not taken in matters, tell whoever sent you this note how it is meant.'
      : 'You sent an Excel workbook, and there is nothing for you to do.';
    const text = `${toDo} Don’t go on in that file: where there is more to ask, a new workbook to fill in is sent to you.`;
    return [heading, { kind: 'paragraph', text }];
  }
  const items = [
    `With this note comes the file “${packet}”. ${encrypted ? 'Its passphrase comes to you another way.' : 'It is not encrypted: keep it safe.'}`,
    'Open your copy of the workbook, go to “Bring together”, and choose that file.',
    'Look at what is new, and bring it in. Then you have the same as everybody else, and go on from there.',
  ];
  return [heading, { kind: 'list', numbered: true, items }];
}

function place(label: string, fieldLabel: string, longest = LONGEST_LABEL): string {
  return fieldLabel === '' ? shortened(label, longest) : `${shortened(label, longest)}: ${fieldLabel}`;
}

function howWords(how: WholeHandBack['settled'][number]['how'], isTheirs: boolean): string {
  switch (how) {
    case 'take':
      return isTheirs ? 'Yours was taken' : 'One of the values was taken';
    case 'combine':
      return 'Combined from several';
    case 'own':
      return 'Written anew';
    case null:
      return 'Written over';
    default:
      return assertNever(how);
  }
}

function firstOf(items: readonly string[], most: number, rest: string): string[] {
  const shown = listed(items.length, most);
  const more = items.length - shown;
  return more > 0 ? [...items.slice(0, shown), moreSentence(more, rest)] : [...items];
}

/** How many of so many are shown. */
function listed(count: number, most: number): number {
  return count <= most + SPARE ? count : most;
}

function andMore(more: number, where: string): readonly DocumentBlock[] {
  return more > 0 ? [{ kind: 'paragraph', text: moreSentence(more, where) }] : [];
}

function moreSentence(more: number, where: string): string {
  return `And ${more.toLocaleString('en-GB')} more, ${where}.`;
}

function counted(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

function listOf(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
