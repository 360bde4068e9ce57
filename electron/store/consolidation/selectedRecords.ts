import type { Database } from 'better-sqlite3';
import { partsOfAttachment } from '../../../shared/domain/entityIdentity.ts';
import type { Steps } from '../steps.ts';
import { isInLastPacket } from './consolidationLog.ts';
import { selectingOfPartner, type IsWanted } from './entriesOfPartner.ts';

/** Which changes go into a packet. */
export type RecordSelection =
  | { readonly kind: 'everything' }
  /** What was not in the packet that was taken in last. */
  | { readonly kind: 'since' }
  /** What a partner has said, its evidence, and what was written in its voice. */
  | { readonly kind: 'partner'; readonly partner: string };

export type SelectedRecord = { readonly id: string; readonly line: string };

/** The selected changes as of one moment, and the fingerprints of the files that their entries refer to. */
export type SelectedRecords = {
  /** In the order of arrival, each spelled as a line of a packet. Others may use the connection between them. */
  readonly records: Iterable<SelectedRecord>;
  /** How many they are, and the bytes of their lines with the ends, without reading them. */
  readonly measure: () => Steps<{ readonly count: number; readonly bytes: number }>;
  readonly attachments: readonly string[];
};

type Entry = { readonly sequence: number; readonly entity: string; readonly entity_id: string };
type Row = Entry & { readonly id: string; readonly body: string; readonly hash: string };
type SizeRow = Entry & { readonly bytes: number };

/** Changes read at once: a millisecond or two. */
const AT_ONCE = 200;
const SIZES_AT_ONCE = 2_000;

/**
 * Selects what is in an open workbook, or in a copy of one, when it begins; what is written later is not in it. Others may
 * use the connection between the steps.
 */
export function* selectingRecords(database: Database, selection: RecordSelection): Steps<SelectedRecords> {
  const isNew = selection.kind === 'since' ? `NOT ${isInLastPacket}` : 'true';
  const newest =
    database.prepare<[], number | null>('SELECT max(sequence) FROM change_record').pluck().get() ?? 0;
  const isWanted: IsWanted =
    selection.kind === 'partner'
      ? yield* selectingOfPartner(database, selection.partner, newest)
      : () => true;
  const piece = `FROM change_record WHERE sequence > ? AND sequence <= ? AND ${isNew} ORDER BY sequence LIMIT ?`;
  const rows = database.prepare<[number, number, number], Row>(
    `SELECT sequence, id, entity, entity_id, body, hash ${piece}`,
  );
  const sizes = database.prepare<[number, number, number], SizeRow>(
    // Of what `lineOf` spells: the fingerprint, its name and the end of the line go with a body.
    `SELECT sequence, entity, entity_id, octet_length(body) + length(hash) + 11 AS bytes ${piece}`,
  );
  const files = database
    .prepare<[number], string>(
      `SELECT DISTINCT entity_id FROM change_record
       WHERE entity = 'attachment' AND sequence <= ? AND ${isNew}`,
    )
    .pluck()
    .all(newest)
    .filter((id) => isWanted('attachment', id))
    .flatMap((id) => partsOfAttachment(id)?.sha256 ?? []);

  function* records(): Generator<SelectedRecord> {
    for (const found of piecesOf((last) => rows.all(last, newest, AT_ONCE))) {
      for (const row of found) {
        if (isWanted(row.entity, row.entity_id)) yield { id: row.id, line: lineOf(row) };
      }
    }
  }

  function* measure(): Steps<{ readonly count: number; readonly bytes: number }> {
    let count = 0;
    let bytes = 0;
    for (const found of piecesOf((last) => sizes.all(last, newest, SIZES_AT_ONCE))) {
      for (const row of found) {
        if (!isWanted(row.entity, row.entity_id)) continue;
        count += 1;
        bytes += row.bytes;
      }
      yield;
    }
    return { count, bytes };
  }

  return { records: records(), measure, attachments: [...new Set(files)].sort() };
}

/** A body is canonical JSON and so ends with the bracket that the fingerprint goes in front of. */
function lineOf({ body, hash }: Row): string {
  return `${body.slice(0, -1)},"hash":"${hash}"}`;
}

function* piecesOf<Piece extends Entry>(
  readAfter: (sequence: number) => readonly Piece[],
): Generator<readonly Piece[]> {
  for (let rows = readAfter(0); ;) {
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    rows = readAfter(last.sequence);
  }
}
