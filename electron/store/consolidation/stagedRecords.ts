import type { Database } from 'better-sqlite3';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { recordOfText, type SealedChange } from '../../../shared/domain/sealRecord.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { connectForReading } from '../file/storeConnection.ts';
import { STAGING_CACHE } from './createStaging.ts';

/** Changes out of packets that wait to be taken in, in a private file beside the workbook. */
export type StagedRecords = ReturnType<typeof stagedRecords>;

type Row = { readonly body: string; readonly hash: string };
type Kind = { readonly first: number; readonly last: number };
type SourcedRow = Row & { readonly number: number; readonly source: number; readonly known: number };

/** A change with the sources that it is in, and whether the workbook has it. */
export type StagedRecord = {
  readonly change: ChangeRecord;
  readonly sources: readonly number[];
  readonly isKnown: boolean;
};

/** Changes read at once. */
const PAGE = 500;

/** Opens the file for reading only. */
export function openStaging(file: string): Database {
  const database = connectForReading(file);
  database.pragma(`cache_size = -${STAGING_CACHE}`);
  return database;
}

/**
 * Access to staged changes. Callers bring their own transaction. They `arrange` the changes before they read `all`, and go
 * through `all` with `newEntries` before they read any otherwise.
 */
export function stagedRecords(staging: Database) {
  const before = staging.prepare<[string], { number: number; source: number; hash: string }>(
    'SELECT number, source, hash FROM staged WHERE id = ?',
  );
  const insert = staging.prepare<[number, number, string, string, string, string, string]>(
    'INSERT OR IGNORE INTO staged (source, known, id, entity, entity_id, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const again = staging.prepare<[number, number]>(
    'INSERT OR IGNORE INTO staged_again (number, source) VALUES (?, ?)',
  );
  const last = staging.prepare<[], number | null>('SELECT max(number) FROM staged').pluck();
  const drop = staging.prepare<[number]>('DELETE FROM staged WHERE number > ?');
  const dropAgain = staging.prepare<[number]>('DELETE FROM staged_again WHERE source = ?');
  const page = staging.prepare<[number, number], SourcedRow>(
    `SELECT number, source, known, body, hash FROM arranged CROSS JOIN staged USING (number)
     WHERE place BETWEEN ? AND ? ORDER BY place`,
  );
  const alsoIn = staging
    .prepare<[number], number>('SELECT source FROM staged_again WHERE number = ?')
    .pluck();
  const isAnyAgain = staging.prepare<[], number>('SELECT 1 FROM staged_again LIMIT 1').pluck();
  const kinds = staging.prepare<[], Kind>('SELECT first, last FROM kind ORDER BY entity DESC');
  const between = staging.prepare<[number, number], Row>(
    'SELECT body, hash FROM arranged CROSS JOIN staged USING (number) WHERE place BETWEEN ? AND ? ORDER BY place',
  );
  const others = staging.prepare<[number, number], Row>(
    `SELECT body, hash FROM other_change CROSS JOIN arranged USING (place) CROSS JOIN staged USING (number)
     WHERE place BETWEEN ? AND ? ORDER BY place`,
  );
  const attachments = staging.prepare<{ source: number | null }, Row>(
    `SELECT body, hash FROM kind CROSS JOIN arranged ON place BETWEEN first AND last CROSS JOIN staged USING (number)
     WHERE kind.entity = 'attachment'
       AND (:source IS NULL OR source = :source
         OR EXISTS (SELECT 1 FROM staged_again WHERE staged_again.number = staged.number AND source = :source))
     ORDER BY place`,
  );
  const idsOf = staging
    .prepare<{ source: number }, string>(
      `SELECT id FROM staged WHERE source = :source
       UNION ALL SELECT id FROM staged_again JOIN staged USING (number) WHERE staged_again.source = :source`,
    )
    .pluck();
  const allIds = staging.prepare<[], string>('SELECT id FROM staged').pluck();
  const count = staging.prepare<[], number>('SELECT count(*) FROM staged').pluck();

  return {
    /** Begins with the next source, which holds no change twice: the way back to where nothing of it was there. */
    begin(source: number): () => void {
      const ahead = last.get() ?? 0;
      // Often there is one packet alone: nothing can be in it that another one has brought.
      if (ahead > 0) staging.exec('CREATE UNIQUE INDEX IF NOT EXISTS staged_by_id ON staged (id)');
      return () => {
        drop.run(ahead);
        dropAgain.run(source);
      };
    },

    /** @throws WorkbookError `damaged` when another packet has another change under the same number. */
    add(source: number, { id, entity, entityId, text, hash }: SealedChange, isKnown: boolean): void {
      const { changes } = insert.run(source, isKnown ? 1 : 0, id, entity, entityId, text, hash);
      if (changes > 0) return;
      const known = before.get(id);
      if (known?.hash !== hash) throw twoContents();
      if (known.source !== source) again.run(known.number, source);
    },

    /** To be called when all are in. In order at once is quicker than keeping an order while they come in without any. */
    arrange(): void {
      staging.exec(
        'INSERT INTO arranged (number) SELECT number FROM staged ORDER BY entity, entity_id, number',
      );
    },

    /** Every change once, those of one entry together. Others may be written between one and the next. */
    *all(): Generator<StagedRecord> {
      const areSomeAgain = isAnyAgain.get() !== undefined;
      for (let start = 1; ; start += PAGE) {
        const rows = page.all(start, start + PAGE - 1);
        for (const { number, source, known, body, hash } of rows) {
          const sources = areSomeAgain ? [source, ...alsoIn.all(number)] : [source];
          yield { change: recordOfText(body, hash), sources, isKnown: known === 1 };
        }
        if (rows.length < PAGE) return;
      }
    },

    /**
     * Every change once, or only those that are not of new entries, in the order in which they are taken in most quickly:
     * links before the evidence that they are of, which is then counted once and not with each of its links.
     */
    *toTakeIn(which: 'all' | 'others' = 'all'): Generator<ChangeRecord> {
      const rows = which === 'all' ? between : others;
      for (const { first, last } of kinds.all()) {
        for (const { body, hash } of rows.iterate(first, last)) yield recordOfText(body, hash);
      }
    },

    /** The changes of one source, or of all, that are about attached files. */
    *aboutAttachments(source: number | null): Generator<ChangeRecord> {
      for (const { body, hash } of attachments.iterate({ source })) yield recordOfText(body, hash);
    },

    /** The ids of the changes in one source. */
    idsOf: (source: number): ReadonlySet<string> => new Set(idsOf.all({ source })),

    /** The ids of all changes. */
    ids: (): Iterable<string> => allIds.iterate(),

    count: (): number => count.get() ?? 0,
  };
}

/** The sentence for a number that stands for two contents. */
export function twoContents(): WorkbookError {
  return new WorkbookError(
    'damaged',
    'The packet holds a change under the number of another one. Nothing was taken from it.',
  );
}
