import type { OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import type { HandBackView } from '../../../shared/api/views/consolidationView.ts';
import type { ChangeRecord, FieldValue } from '../../../shared/domain/changeRecord.ts';
import {
  distinctValues,
  fieldsInConflict,
  settledText,
  type EntityState,
} from '../../../shared/domain/entityState.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { labelOfEntity, labelOfRow } from '../history/labelOfEntity.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { isNoteworthy, notedField, notedValue } from './notedWords.ts';

/** What became of a contribution, with nothing left off. */
export type WholeHandBack = Omit<HandBackView, 'totals'>;

type Settled = HandBackView['settled'][number];
type Settlements = ReadonlyMap<string, Pick<Settled, 'how' | 'reason'>>;

/** What goes with a view of its own; the rest is asked for a page at a time. */
const LINES_SENT = 100;

/**
 * What became of everything that one person sent from one laptop, in the consolidations that stand: how much of each, and
 * the beginning of each list.
 *
 * @throws WorkbookError `not-found` when nothing came from there.
 */
export function readHandBack(workbook: OpenWorkbook, replica: string, author: string): HandBackView {
  const whole = wholeHandBack(workbook, replica, author);
  return {
    ...whole,
    totals: {
      taken: whole.taken.length,
      settled: whole.settled.length,
      open: whole.open.length,
      ignored: whole.ignored.length,
    },
    taken: whole.taken.slice(0, LINES_SENT),
    settled: whole.settled.slice(0, LINES_SENT),
    open: whole.open.slice(0, LINES_SENT),
    ignored: whole.ignored.slice(0, LINES_SENT),
  };
}

/** A page of the lists of `readHandBack`: from the same place in each. */
export function listHandBack(
  workbook: OpenWorkbook,
  { replica, author, offset, limit }: ParsedInputOf<'list-hand-back'>,
): OutputOf<'list-hand-back'> {
  const { taken, settled, open, ignored } = wholeHandBack(workbook, replica, author);
  const end = offset + limit;
  return {
    taken: taken.slice(offset, end),
    settled: settled.slice(offset, end),
    open: open.slice(offset, end),
    ignored: ignored.slice(offset, end),
  };
}

/**
 * As `readHandBack`, with nothing left off. Laptops whose workbook was copied as a folder go by the same number, so the name
 * counts too.
 */
export function wholeHandBack(workbook: OpenWorkbook, replica: string, author: string): WholeHandBack {
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
      const hadValueBefore = (record.parents[field] ?? []).length > 0;
      if (!isNoteworthy(record.entity, field, value, hadValueBefore)) continue;
      const words = (one: FieldValue): string =>
        notedValue(record.entity, field, one, (id) => labelOfRow(workbook, id));
      const noted = { label, fieldLabel: notedField(record.entity, field) ?? '', value: words(value) };
      const next = replacing.get(`${record.id} ${field}`);
      if (isLive(state, field, record.id)) {
        const values = distinctValues(state, field);
        const isContested = values.length > 1 || fieldsInConflict(state).includes('deleted');
        if (isContested) open.push({ ...noted, values: values.map(words) });
        else taken.push(noted);
        continue;
      }
      const settlement = settlements.get(`${record.id} ${field}`);
      if (next === undefined || settlement === undefined) carriedOn += 1;
      else {
        const { author, at, id } = next;
        const isChangedSince = next.isSet && !isLive(state, field, id);
        settled.push({
          ...noted,
          settledAs: words(next.value),
          isChangedSince,
          ...settlement,
          by: author,
          at,
        });
      }
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

type Replacement = Pick<ChangeRecord, 'id' | 'author' | 'at'> & {
  readonly value: FieldValue;
  /** Whether it set the field, and did not only take back what stood there. */
  readonly isSet: boolean;
};

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
        const { id, author, at, set } = record;
        const replacement = { id, author, at, value: set[field] ?? null, isSet: Object.hasOwn(set, field) };
        for (const parent of parents) found.set(`${parent} ${field}`, replacement);
      }
    }
  }
  return found;
}
