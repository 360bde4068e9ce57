import type { ChangeRecord, FieldValue } from '../../shared/domain/changeRecord.ts';
import { CHANGE_SCHEMA } from '../../shared/domain/changeRecord.ts';
import { evidenceKinds } from '../../shared/domain/entityCatalogue.ts';
import {
  answerIdentity,
  gradeIdentity,
  linkIdentity,
  type LinkTarget,
  PARTNERSHIP_VOICE,
  WORKBOOK_ENTITY_ID,
} from '../../shared/domain/entityIdentity.ts';
import { sealRecord } from '../../shared/domain/sealRecord.ts';
import { shippedCatalogue } from '../../shared/frameworks/catalogue.ts';
import { sha256OfText } from '../../electron/store/file/sha256.ts';
import { createDatabase } from '../../electron/store/file/createDatabase.ts';
import { recordWriter } from '../../electron/store/recordWriter.ts';
import { searchIndex } from '../../electron/store/searchIndex.ts';
import { seededRandom } from '../proof/seededRandom.ts';
import { writtenText } from './benchText.ts';

/** As many records as this are written in one transaction: few enough to hold in memory. */
const BATCH = 10_000;
/** Long ago, so that no edit of the bench is taken for going on with this typing. */
const WRITTEN_AT = '2025-03-01T10:00:00.000Z';
const workbookId = 'ab'.repeat(16);
const author = 'Community justice coordinator';

const { qualityIndicators, questions, outcomes, pathwayPoints, partners } = shippedCatalogue;

type Setting = Readonly<Record<string, FieldValue>>;

/**
 * Makes a workbook with `pieces` pieces of evidence in `folder`, as a partnership would have one: every question answered
 * by the partnership and three partners, every quality indicator graded, each piece of evidence with 40 to 60 words and
 * linked to two or three things. The same every time.
 */
export function makeBenchWorkbook(folder: string, pieces: number): void {
  makeWorkbookOf(folder, benchRecords(pieces));
}

/** Makes a workbook that holds these records, in `folder`. */
export function makeWorkbookOf(folder: string, records: Iterable<ChangeRecord>): void {
  const properties = {
    id: workbookId,
    replica: 'cd'.repeat(8),
    voice: PARTNERSHIP_VOICE,
    created_at: WRITTEN_AT,
    origin: 'new',
  };
  createDatabase(folder, properties, (database) => {
    // Only to make it quickly; nothing is measured yet.
    database.pragma('cache_size = -400000');
    const writer = recordWriter(database);
    let batch: { readonly record: ChangeRecord }[] = [];
    for (const record of records) {
      batch.push({ record });
      if (batch.length < BATCH) continue;
      writer.write(batch);
      batch = [];
    }
    writer.write(batch);
    searchIndex(database).indexPending();
  });
}

/** The id of a piece of evidence by its place from 0. */
export function evidenceIdAt(place: number): string {
  return sha256OfText(`evidence ${place}`).slice(0, 32);
}

/** The words on a piece of evidence, also for edits that go on from them. */
export function wordsOn(place: number): string {
  const random = seededRandom(place + 1).next;
  return writtenText(random, 40 + Math.floor(random() * 21));
}

function* benchRecords(pieces: number): Generator<ChangeRecord> {
  const random = seededRandom(pieces).next;
  yield sealed('workbook', WORKBOOK_ENTITY_ID, {
    partnership: 'Bench partnership',
    round: '2026-27',
    marking: '',
  });
  for (const voice of [PARTNERSHIP_VOICE, ...partners.slice(0, 3).map(({ id }) => id)]) {
    for (const { id } of questions) {
      yield sealed('answer', answerIdentity(id, voice), { howAreWeDoing: writtenText(random, 100) });
      yield sealed('answer', answerIdentity(id, voice), { howDoWeKnow: writtenText(random, 40) });
    }
    for (const { id } of qualityIndicators) {
      yield sealed('grade', gradeIdentity(id, voice), {
        grade: 1 + Math.floor(random() * 6),
        rationale: writtenText(random, 30),
      });
    }
  }
  for (let place = 0; place < pieces; place += 1) yield* evidenceRecords(place, random);
}

/** `count` records of evidence and its links, about pieces from the place `from` on. */
export function* recordsAbout(from: number, count: number): Generator<ChangeRecord> {
  const random = seededRandom(from + count).next;
  let left = count;
  for (let place = from; left > 0; place += 1) {
    for (const record of evidenceRecords(place, random)) if (left-- > 0) yield record;
  }
}

/** `count` pieces of evidence without links. */
export function* evidenceOnly(count: number): Generator<ChangeRecord> {
  const random = seededRandom(count).next;
  for (let place = 0; place < count; place += 1) {
    for (const record of evidenceRecords(place, random)) if (record.entity === 'evidence') yield record;
  }
}

function* evidenceRecords(place: number, random: () => number): Generator<ChangeRecord> {
  const evidenceId = evidenceIdAt(place);
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  yield sealed('evidence', evidenceId, {
    title: `${writtenText(random, 6).slice(0, -1)} ${place}`,
    kind: oneOf(random, evidenceKinds),
    date: `${2022 + Math.floor(random() * 4)}-${month}`,
    source: writtenText(random, 4),
    partner: oneOf(random, partners).id,
    shows: wordsOn(place),
  });
  const targets: LinkTarget[] = [
    { kind: 'outcome', id: oneOf(random, outcomes).id },
    random() < 0.5
      ? { kind: 'question', id: oneOf(random, questions).id }
      : { kind: 'quality-indicator', id: oneOf(random, qualityIndicators).id },
  ];
  if (random() < 0.5) targets.push({ kind: 'pathway-point', id: oneOf(random, pathwayPoints).id });
  for (const target of targets) yield sealed('link', linkIdentity(evidenceId, target), { linked: true });
}

/** A record of the bench's author; also what a bare insert writes to compare a save with. */
export function sealed(entity: string, entityId: string, set: Setting): ChangeRecord {
  const name = sha256OfText(JSON.stringify([entity, entityId, set]));
  return sealRecord(
    {
      id: name.slice(0, 32),
      workbook: workbookId,
      entity,
      entityId,
      set: { ...set },
      parents: Object.fromEntries(Object.keys(set).map((field) => [field, []])),
      author,
      voice: PARTNERSHIP_VOICE,
      replica: 'cd'.repeat(8),
      at: WRITTEN_AT,
      app: '0.1.0',
      schema: CHANGE_SCHEMA,
    },
    sha256OfText,
  );
}

function oneOf<Value>(random: () => number, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('There is nothing to choose from');
  return value;
}
