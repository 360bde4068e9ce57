import {
  noDifferences,
  sumOfCounts,
  type Difference,
  type DifferenceCounts,
} from '../../../shared/domain/consolidation/consolidationPreview.ts';
import {
  differencesOfEntity,
  type EntityDifferences,
} from '../../../shared/domain/consolidation/differencesOfEntity.ts';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import type { EntityState } from '../../../shared/domain/entityState.ts';
import type { KnownRecords } from '../../store/consolidation/knownRecords.ts';
import type { StagedEntry } from '../../store/consolidation/newEntries.ts';
import type { comingBack } from './comingBack.ts';
import type { StagedRecord } from '../../store/consolidation/stagedRecords.ts';

/** Of each kind that is to be seen first, and of all others; more are counted and not listed. */
const LISTED = 500;
/** Texts are cut for the list, the workbook gets them whole. */
const SHOWN_CHARACTERS = 2_000;

export type Differences = {
  /** What taking in all of it would do. */
  readonly counts: DifferenceCounts;
  /** What taking in one source alone would do, in the order of the sources. */
  readonly ofSources: readonly DifferenceCounts[];
  /** Conflicts first, then what would be deleted: neither may be beyond the end of a list of what is added. */
  readonly differences: readonly Difference[];
  readonly more: number;
};

/**
 * What taking in `records` out of so many sources would do. They come with those of one entry together. `back` is what comes
 * back with them, see `comingBack`. `onEntry` is told of each entry and what becomes of it; of nothing where the workbook has
 * something of the entry already.
 */
export function differencesOf(
  records: Iterable<StagedRecord>,
  known: KnownRecords,
  sourceCount: number,
  back: ReturnType<typeof comingBack>,
  onEntry: (entry: StagedEntry, after: EntityState | undefined) => void,
): Differences {
  let counts = noDifferences;
  const ofSources = Array.from({ length: sourceCount }, () => noDifferences);
  let found = 0;
  const conflicts: Difference[] = [];
  const deletions: Difference[] = [];
  const others: Difference[] = [];
  const lists: Partial<Record<Difference['what'], Difference[]>> = {
    conflict: conflicts,
    deleted: deletions,
  };
  for (const group of groupsOfEntity(records)) {
    const { entity, entityId } = group[0].change;
    const isAnyNew = group.some(({ isKnown }) => !isKnown);
    const stored = isAnyNew ? known.stateOf(entity, entityId) : undefined;
    const before = stored ?? {};
    const isReplaced = (id: string, field: string): boolean => known.isReplaced(id, entity, entityId, field);
    const returning = back.get(`${entity} ${entityId}`) ?? [];
    const brought = differencesOfGroup(group, before, isReplaced);
    const change =
      returning.length === 0 ? brought : differencesOfGroup(group, before, isReplaced, returning);
    onEntry(group, isAnyNew && stored === undefined ? brought.after : undefined);
    counts = sumOfCounts(counts, change.counts);
    for (const [source, members] of bySource(group)) {
      const alone =
        members.length === group.length ? change : differencesOfGroup(members, before, isReplaced);
      ofSources[source] = sumOfCounts(ofSources[source] ?? noDifferences, alone.counts);
    }
    found += change.differences.length;
    for (const difference of change.differences) {
      const list = lists[difference.what] ?? others;
      if (list.length < LISTED) list.push(shortened(difference));
    }
  }
  const differences = [...conflicts, ...deletions, ...others];
  return { counts, ofSources, differences, more: found - differences.length };
}

/** What some changes of one entry would do, with those that come back; those that are known count, and do nothing. */
function differencesOfGroup(
  group: readonly StagedRecord[],
  before: EntityState,
  isReplaced: (record: string, field: string) => boolean,
  returning: readonly ChangeRecord[] = [],
): EntityDifferences {
  const news = group.filter(({ isKnown }) => !isKnown).map(({ change }) => change);
  const { counts, differences, after } = differencesOfEntity(before, [...news, ...returning], isReplaced);
  return {
    counts: { ...counts, changes: group.length, known: group.length - news.length },
    differences,
    after,
  };
}

function bySource(group: readonly StagedRecord[]): ReadonlyMap<number, readonly StagedRecord[]> {
  const members = new Map<number, StagedRecord[]>();
  for (const record of group) {
    for (const source of record.sources) {
      const known = members.get(source);
      if (known === undefined) members.set(source, [record]);
      else known.push(record);
    }
  }
  return members;
}

function* groupsOfEntity(records: Iterable<StagedRecord>): Generator<StagedEntry> {
  let group: [StagedRecord, ...StagedRecord[]] | undefined;
  for (const record of records) {
    const first = group?.[0].change;
    const { entity, entityId } = record.change;
    if (group !== undefined && first?.entity === entity && first.entityId === entityId) {
      group.push(record);
      continue;
    }
    if (group !== undefined) yield group;
    group = [record];
  }
  if (group !== undefined) yield group;
}

function shortened(difference: Difference): Difference {
  const short = (value: Difference['before'][number]): Difference['before'][number] =>
    typeof value === 'string' && value.length > SHOWN_CHARACTERS
      ? `${value.slice(0, SHOWN_CHARACTERS)} …`
      : value;
  return { ...difference, before: difference.before.map(short), after: difference.after.map(short) };
}
