import type { Database } from 'better-sqlite3';
import { closeDatabase } from '../../electron/store/file/closeDatabase.ts';
import { createDatabase } from '../../electron/store/file/createDatabase.ts';
import { openDatabase } from '../../electron/store/file/openDatabase.ts';
import { sha256OfText } from '../../electron/store/file/sha256.ts';
import type { WorkbookProperties } from '../../electron/store/file/workbookProperties.ts';
import { recordWriter } from '../../electron/store/recordWriter.ts';
import type { ChangeRecord, FieldValue } from '../../shared/domain/changeRecord.ts';
import { sealRecord } from '../../shared/domain/sealRecord.ts';

export const sampleProperties: WorkbookProperties = {
  id: 'sample-workbook',
  replica: 'first-replica',
  voice: 'partnership',
  created_at: '2026-05-03T09:00:00.000Z',
  origin: 'new',
};

/** A sealed record whose id follows from its number. */
export function sampleRecord(
  number: number,
  entity: string,
  entityId: string,
  set: Readonly<Record<string, FieldValue>>,
): ChangeRecord {
  const id = number.toString(16).padStart(32, '0');
  return sealRecord(
    {
      id,
      workbook: sampleProperties.id,
      entity,
      entityId,
      set: { ...set },
      parents: {},
      author: 'An officer',
      voice: 'partnership',
      replica: sampleProperties.replica,
      at: '2026-05-03T09:00:00.000Z',
      app: 'test',
      schema: 1,
    },
    sha256OfText,
  );
}

/** Writes evidence `from` to `to - 1`, each with an answer and a link, in one transaction. */
export function addEvidence(database: Database, from: number, to: number): void {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  recordWriter(database).write(
    numbers.flatMap((number) => {
      const evidence = `evidence-${number}`;
      return [
        sampleRecord(number * 4 + 1, 'evidence', evidence, {
          title: `Survey ${number}`,
          shows: 'It shows. '.repeat(20),
        }),
        sampleRecord(number * 4 + 2, 'answer', `question-${number}@partnership`, {
          howAreWeDoing: `Answer ${number}`,
        }),
        sampleRecord(number * 4 + 3, 'link', `${evidence}>outcome:outcome-${number % 7}`, { linked: true }),
      ].map((record) => ({ record }));
    }),
  );
}

/** Makes a workbook with `count` items of evidence, closed. */
export function makeSampleWorkbook(folder: string, count = 20, properties = sampleProperties): void {
  createDatabase(folder, properties, (database) => addEvidence(database, 0, count));
}

/** Opens, does something and closes. */
export function withOpen<Result>(folder: string, act: (database: Database) => Result): Result {
  const database = openDatabase(folder);
  try {
    return act(database);
  } finally {
    closeDatabase(database);
  }
}
