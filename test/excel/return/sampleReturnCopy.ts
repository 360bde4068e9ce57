import { writeReturnCopy } from '../../../electron/excel/return/writeReturnCopy.ts';
import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { answerIdentity, gradeIdentity } from '../../../shared/domain/entityIdentity.ts';
import type { EntityState } from '../../../shared/domain/entityState.ts';
import { planReturnCopy, type ReturnSource } from '../../../shared/domain/returnWorkbook/planReturnCopy.ts';
import { cellAddress } from '../../../shared/domain/returnWorkbook/readCell.ts';
import { returnSheet, type ReturnSheetKey } from '../../../shared/domain/returnWorkbook/returnSheets.ts';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';

export const sampleWorkbookId = 'workbook-of-the-tests';
export const sampleFileId = 'f'.repeat(32);
const indicators = ['ci2016/6.2', 'ci2016/9.1'];
const [police] = shippedCatalogue.partners;
if (police === undefined) throw new Error('There are partners');
export const sampleVoice = police.id;

const questions = shippedCatalogue.questions.filter(({ qualityIndicatorId }) =>
  indicators.includes(qualityIndicatorId),
);
const outcome = shippedCatalogue.outcomes.find(({ kind }) => kind === 'structural');

/** Entities of the sample by a short name. */
export const sample = {
  firstGrade: gradeIdentity('ci2016/6.2', sampleVoice),
  secondGrade: gradeIdentity('ci2016/9.1', sampleVoice),
  firstAnswer: answerIdentity(questions[0]?.id ?? '', sampleVoice),
  secondAnswer: answerIdentity(questions[1]?.id ?? '', sampleVoice),
  thirdAnswer: answerIdentity(questions[2]?.id ?? '', sampleVoice),
  /** Two people wrote different things here. */
  contestedAnswer: answerIdentity(questions[3]?.id ?? '', sampleVoice),
  longAnswer: answerIdentity(questions[4]?.id ?? '', sampleVoice),
  survey: '1'.repeat(32),
  minutes: '2'.repeat(32),
  action: '3'.repeat(32),
  outcome: outcome?.id ?? '',
} as const;

let nextRecord = 0;
const records = new Map<string, string>();

function state(
  entityId: string,
  fields: Readonly<Record<string, FieldValue | readonly FieldValue[]>>,
): EntityState {
  return Object.fromEntries(
    Object.entries(fields).map(([field, values]) => {
      const heads = (Array.isArray(values) ? values : [values]).map(
        (value: FieldValue): readonly [string, FieldValue] => {
          const id = (nextRecord += 1).toString(16).padStart(32, '0');
          records.set(`${entityId} ${field}`, id);
          return [id, value];
        },
      );
      return [field, heads];
    }),
  );
}

/** The records that the sample's value came from; none where nothing was written. */
export function baseRecords(entityId: string, field: string): readonly string[] {
  const id = records.get(`${entityId} ${field}`);
  return id === undefined ? [] : [id];
}

const states = new Map<string, EntityState>([
  [sample.firstGrade, state(sample.firstGrade, { grade: 4, rationale: 'Partners meet each month.' })],
  [
    sample.firstAnswer,
    state(sample.firstAnswer, {
      howAreWeDoing: 'We plan together.',
      howDoWeKnow: 'Minutes of the board.\nA survey.',
    }),
  ],
  [
    sample.secondAnswer,
    state(sample.secondAnswer, {
      howAreWeDoing: '=SUM(1;2) is how this text begins',
      whatNext: 'Ask _x0041_ victims’ groups 🙂',
    }),
  ],
  [sample.contestedAnswer, state(sample.contestedAnswer, { howAreWeDoing: ['Well.', 'Badly.'] })],
  [sample.longAnswer, state(sample.longAnswer, { howAreWeDoing: 'long '.repeat(8_000) })],
]);

const source: ReturnSource = {
  file: sampleFileId,
  workbook: sampleWorkbookId,
  partnership: 'Argyll',
  round: '2026-27',
  marking: 'OFFICIAL',
  voice: sampleVoice,
  voiceName: police.title,
  madeAt: '2026-11-02T09:00:00.000Z',
  app: '0.1.0',
  catalogue: shippedCatalogue,
  qualityIndicators: indicators,
  outcomes: null,
  stateOf: (_entity, entityId) => states.get(entityId) ?? {},
  evidence: [
    {
      id: sample.survey,
      state: state(sample.survey, {
        title: 'Residents’ survey',
        kind: 'views-of-people',
        date: '2026-03-31',
        shows: 'Six in ten feel safe.',
      }),
      qualityIndicators: ['ci2016/6.2'],
      outcomes: [],
    },
    {
      id: sample.minutes,
      state: state(sample.minutes, { title: 'Minutes', kind: 'document', date: '2025' }),
      qualityIndicators: [],
      outcomes: [],
    },
  ],
  actions: [
    { id: sample.action, state: state(sample.action, { title: 'Meet victims’ groups', due: 'June 2026' }) },
  ],
};

export const sampleManifest = planReturnCopy(source);

/** The sample as a file. */
export function sampleReturnCopy(): Promise<Buffer> {
  return writeReturnCopy(sampleManifest, source.marking);
}

/** Where a cell of the sample is: by the entity's id, or `n1` for the first empty row, or `author`. */
export function placeOf(
  sheetKey: ReturnSheetKey,
  row: string,
  column: string,
): { readonly sheet: string; readonly row: number; readonly column: number; readonly address: string } {
  const sheet = sampleManifest.sheets.find(({ key }) => key === sheetKey);
  const index =
    sheet?.rows.findIndex(({ key, entityId }) => entityId === row || (entityId === null && key === row)) ??
    -1;
  const columnIndex = sheet?.columns.indexOf(column) ?? -1;
  if (index < 0 || columnIndex < 0) throw new Error(`The sample has no ${sheetKey} ${row} ${column}`);
  return {
    sheet: returnSheet(sheetKey).name,
    row: 4 + index,
    column: columnIndex,
    address: cellAddress(4 + index, columnIndex),
  };
}
