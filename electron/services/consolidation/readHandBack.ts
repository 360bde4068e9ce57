import type { HandBackView } from '../../../shared/api/views/consolidationView.ts';
import type { ChangeRecord, FieldValue } from '../../../shared/domain/changeRecord.ts';
import {
  distinctValues,
  fieldsInConflict,
  settledText,
  type EntityState,
} from '../../../shared/domain/entityState.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { fieldLabel } from '../history/fieldLabel.ts';
import { labelOfEntity } from '../history/labelOfEntity.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

type Settled = HandBackView['settled'][number];
type Settlements = ReadonlyMap<string, Pick<Settled, 'how' | 'reason'>>;

/** A screen is not a log: the packet that goes with the note has everything. */
const LISTED = 300;

/**
 * What became of everything that one person sent from one laptop, in the consolidations that stand. Laptops whose workbook
 * was copied as a folder go by the same number, so the name counts too.
 *
 * @throws WorkbookError `not-found` when nothing came from there.
 */
export function readHandBack(workbook: OpenWorkbook, replica: string, author: string): HandBackView {
  const whole = wholeHandBack(workbook, replica, author);
  return {
    ...whole,
    taken: whole.taken.slice(0, LISTED),
    settled: whole.settled.slice(0, LISTED),
    open: whole.open.slice(0, LISTED),
  };
}

/** As `readHandBack`, with nothing left off. */
export function wholeHandBack(workbook: OpenWorkbook, replica: string, author: string): HandBackView {
  const standing = workbook.consolidations.list().filter(({ undoneAt }) => undoneAt === null);
  const packets = standing.flatMap(({ receipt, at, number }) =>
    receipt.sources
      .filter((source) => source.replica === replica && source.author === author)
      .map((source) => ({ ...source, takenAt: at, number })),
  );
  const [newest] = packets;
  if (newest === undefined)
    throw new WorkbookError('not-found', 'No packet from this person and laptop has been taken in.');
  const records = [...new Set(packets.map(({ number }) => number))]
    .flatMap((number) => workbook.consolidations.recordsOf(number))
    .flatMap((id) => workbook.log.find(id)?.record ?? [])
    .filter(
      (record) => record.replica === replica && record.author === author && record.entity !== 'settlement',
    );
  return {
    author: newest.author,
    voiceName: newest.voiceName,
    replica,
    packets: packets.map(({ file, madeAt, takenAt }) => ({ name: file, madeAt, takenAt })),
    ...whatBecameOf(workbook, records),
    ignored: packets.flatMap(({ ignored }) => ignored),
  };
}

function whatBecameOf(workbook: OpenWorkbook, records: readonly ChangeRecord[]) {
  const settlements = settlementsByRecord(workbook);
  const replacing = replacingRecords(workbook, records);
  const taken: HandBackView['taken'] = [];
  const settled: Settled[] = [];
  const open: HandBackView['open'] = [];
  let carriedOn = 0;
  for (const record of records) {
    const state = workbook.states.get(record.entity, record.entityId)?.state ?? {};
    const label = labelOfEntity(workbook, record.entity, record.entityId);
    for (const [field, value] of Object.entries(record.set)) {
      const noted = { label, fieldLabel: fieldLabel(field), value };
      const next = replacing.get(`${record.id} ${field}`);
      if (isLive(state, field, record.id)) {
        const values = distinctValues(state, field);
        const isContested = values.length > 1 || fieldsInConflict(state).includes('deleted');
        if (isContested) open.push({ ...noted, values: [...values] });
        else taken.push(noted);
        continue;
      }
      const settlement = settlements.get(`${record.id} ${field}`);
      if (next === undefined || settlement === undefined) carriedOn += 1;
      else settled.push({ ...noted, now: next.value, ...settlement, by: next.author, at: next.at });
    }
  }
  return { taken, settled, open, carriedOn };
}

function isLive(state: EntityState, field: string, record: string): boolean {
  return (state[field] ?? []).some(([head]) => head === record);
}

/** How conflicts were settled, by the records and fields that took part in them. */
function settlementsByRecord(workbook: OpenWorkbook): Settlements {
  const found = new Map<string, Pick<Settled, 'how' | 'reason'>>();
  for (const { state } of workbook.states.ofKind('settlement')) {
    const [how] = distinctValues(state, 'how');
    const field = settledText(state, 'field');
    for (const record of settledText(state, 'settles').split(' ')) {
      found.set(`${record} ${field}`, {
        how: how === 'take' || how === 'combine' || how === 'own' ? how : null,
        reason: settledText(state, 'reason'),
      });
    }
  }
  return found;
}

type Replacement = { readonly value: FieldValue; readonly author: string; readonly at: string };

/** For each record and field, the newest change that names it as what it replaces. */
function replacingRecords(
  workbook: OpenWorkbook,
  records: readonly ChangeRecord[],
): ReadonlyMap<string, Replacement> {
  const found = new Map<string, Replacement>();
  const entities = new Map(records.map((record) => [`${record.entity} ${record.entityId}`, record]));
  for (const { entity, entityId } of entities.values()) {
    for (const { record } of workbook.log.ofEntity(entity, entityId).toReversed()) {
      for (const [field, parents] of Object.entries(record.parents)) {
        const replacement = { value: record.set[field] ?? null, author: record.author, at: record.at };
        for (const parent of parents) found.set(`${parent} ${field}`, replacement);
      }
    }
  }
  return found;
}
