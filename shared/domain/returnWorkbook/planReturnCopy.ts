import { answerIdentity, gradeIdentity } from '../entityIdentity.ts';
import { oneCell } from '../exportModel/cellText.ts';
import type { EntityState } from '../entityState.ts';
import { findRow, labelOf } from '../frameworkRow.ts';
import type { Catalogue } from '../frameworkSchema.ts';
import { baseCell, choiceLabels, nameForFile, type CellWords } from './baseCell.ts';
import {
  RETURN_FORMAT,
  RETURN_VERSION,
  type BaseCell,
  type BaseRow,
  type BaseSheet,
  type ReturnManifest,
} from './returnManifest.ts';
import { AUTHOR_ROW, returnSheet, type ReturnSheetKey } from './returnSheets.ts';

/** An item that can be corrected in the file. */
export type ReturnEntity = { readonly id: string; readonly state: EntityState };

export type ReturnEvidence = ReturnEntity & {
  readonly qualityIndicators: readonly string[];
  readonly outcomes: readonly string[];
};

/** Everything that a workbook to fill in is made from. */
export type ReturnSource = {
  /** A new id for the file, 32 hexadecimal figures. */
  readonly file: string;
  readonly workbook: string;
  readonly partnership: string;
  readonly round: string;
  readonly marking: string;
  readonly voice: string;
  readonly voiceName: string;
  readonly madeAt: string;
  readonly app: string;
  readonly catalogue: Catalogue;
  /** The quality indicators and outcomes that are asked about, by id; null for all. */
  readonly qualityIndicators: readonly string[] | null;
  readonly outcomes: readonly string[] | null;
  readonly stateOf: (entity: 'answer' | 'grade', entityId: string) => EntityState;
  readonly evidence: readonly ReturnEvidence[];
  readonly actions: readonly ReturnEntity[];
};

/** Rows that wait for something new. */
const EMPTY_ROWS = { evidence: 60, actions: 30 } as const;

/** What goes into the file: every cell as it will be shown, and the records that each value came from. */
export function planReturnCopy(source: ReturnSource): ReturnManifest {
  const choices = choicesOf(source);
  const words: CellWords = { choices, nameOf: (id) => nameIn(source.catalogue, id) };
  const { file, workbook, voice, madeAt, app } = source;
  const sheet = (key: ReturnSheetKey, rows: readonly BaseRow[]): BaseSheet => {
    const { title, about, columns } = returnSheet(key);
    const opening = [title, about, ...columns.map(({ header }) => header)];
    return { key, opening, columns: columns.map((column) => column.key), rows: [...rows] };
  };
  return {
    format: RETURN_FORMAT,
    version: RETURN_VERSION,
    file,
    workbook,
    partnership: oneCell(source.partnership),
    round: oneCell(source.round),
    voice,
    voiceName: nameForFile(source.voiceName),
    madeAt,
    app,
    choices,
    sheets: [
      sheet('cover', coverRows(source)),
      sheet('grades', gradeRows(source, words)),
      sheet('answers', answerRows(source, words)),
      sheet('evidence', evidenceRows(source, words)),
      sheet('actions', actionRows(source, words)),
    ],
  };
}

function choicesOf({ catalogue, qualityIndicators, outcomes }: ReturnSource): ReturnManifest['choices'] {
  const asked = (ids: readonly string[] | null) => (row: { readonly id: string }) =>
    ids === null || ids.includes(row.id);
  return {
    qualityIndicators: catalogue.qualityIndicators
      .filter(asked(qualityIndicators))
      .map((row) => ({ id: row.id, number: row.number, label: nameForFile(labelOf(row)) })),
    outcomes: catalogue.outcomes
      .filter(({ kind }) => kind === 'structural' || kind === 'person-centric')
      .filter(asked(outcomes))
      .map((row) => ({ id: row.id, number: row.number, label: nameForFile(labelOf(row)) })),
  };
}

function coverRows(source: ReturnSource): readonly BaseRow[] {
  const facts: readonly (readonly [key: string, label: string, value: string])[] = [
    ['partnership', 'Partnership', source.partnership],
    ['round', 'Round', source.round],
    ['voice', 'Speaks for', source.voiceName],
    ...(source.marking === '' ? [] : [['marking', 'Marking', source.marking] as const]),
    [
      'step1',
      '1',
      'Fill in the pale yellow cells on the sheets after this one. Leave empty what you have nothing to say to. The other cells are locked.',
    ],
    ['step2', '2', 'Where a cell has a list, click the arrow beside it and choose.'],
    [
      'step3',
      '3',
      'New evidence and new actions go into the empty rows of their sheets. A row without a title is not taken.',
    ],
    [
      'step4',
      '4',
      'You can sort, filter and widen columns. Don’t copy the sheets into another file: what tells the rows apart would be lost.',
    ],
    ['step5', '5', 'Write no names or details of people who use services.'],
    ['step6', '6', 'Save the file as an Excel workbook (.xlsx), in Excel or LibreOffice, and send it back.'],
    ['step7', '7', 'Emptying a cell that held a text takes that text out. Deleting a row changes nothing.'],
  ];
  const author: BaseRow = {
    key: AUTHOR_ROW,
    entityId: null,
    cells: [locked('Your name'), { shown: '', records: [] }],
  };
  return [
    author,
    ...facts.map(([key, label, value]) => ({ key, entityId: null, cells: [locked(label), locked(value)] })),
  ];
}

function gradeRows({ catalogue, voice, stateOf }: ReturnSource, words: CellWords): readonly BaseRow[] {
  const asked = new Set(words.choices.qualityIndicators.map(({ id }) => id));
  return catalogue.qualityIndicators
    .filter(({ id }) => asked.has(id))
    .map(({ id, number, title }, index) => {
      const entityId = gradeIdentity(id, voice);
      const grade = { id: entityId, state: stateOf('grade', entityId) };
      return rowOf('grades', index, grade, words, { number, title });
    });
}

function answerRows({ catalogue, voice, stateOf }: ReturnSource, words: CellWords): readonly BaseRow[] {
  const rows = words.choices.qualityIndicators.flatMap((indicator) =>
    catalogue.questions
      .filter(({ qualityIndicatorId }) => qualityIndicatorId === indicator.id)
      .map(({ id, text }, index) => ({ id, number: `${indicator.number} / ${index + 1}`, question: text })),
  );
  return rows.map(({ id, number, question }, index) => {
    const entityId = answerIdentity(id, voice);
    const answer = { id: entityId, state: stateOf('answer', entityId) };
    return rowOf('answers', index, answer, words, { number, question });
  });
}

function evidenceRows(source: ReturnSource, words: CellWords): readonly BaseRow[] {
  const { qualityIndicators, outcomes } = words.choices;
  const rows = source.evidence.map((item, index) =>
    rowOf('evidence', index, item, words, {
      qualityIndicators: choiceLabels(qualityIndicators, item.qualityIndicators),
      outcomes: choiceLabels(outcomes, item.outcomes),
    }),
  );
  return [...rows, ...emptyRows('evidence')];
}

function actionRows(source: ReturnSource, words: CellWords): readonly BaseRow[] {
  return [
    ...source.actions.map((action, index) => rowOf('actions', index, action, words, {})),
    ...emptyRows('actions'),
  ];
}

function rowOf(
  sheet: ReturnSheetKey,
  index: number,
  { id, state }: ReturnEntity,
  words: CellWords,
  shown: Readonly<Record<string, string>>,
): BaseRow {
  const cells = returnSheet(sheet).columns.map(({ key, kind }) => {
    const text = shown[key];
    return text === undefined ? baseCell(kind, state, key, words) : locked(text);
  });
  return { key: `r${index + 1}`, entityId: id, cells };
}

function emptyRows(sheet: keyof typeof EMPTY_ROWS): readonly BaseRow[] {
  const cells = returnSheet(sheet).columns.map((): BaseCell => ({ shown: '', records: [] }));
  return Array.from({ length: EMPTY_ROWS[sheet] }, (_none, index) => ({
    key: `n${index + 1}`,
    entityId: null,
    cells,
  }));
}

function nameIn(catalogue: Catalogue, id: string): string {
  const row = findRow(catalogue, id);
  return row === undefined ? id : labelOf(row);
}

/** What is only to be read: nothing of it comes back, so that what a cell has no room for can be left out. */
function locked(text: string): BaseCell {
  return { shown: oneCell(text), records: null };
}
