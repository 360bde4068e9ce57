import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import {
  noDifferences,
  sumOfCounts,
  type Difference,
  type DifferenceCounts,
} from '../../../shared/domain/consolidation/consolidationPreview.ts';
import { differencesOfEntity } from '../../../shared/domain/consolidation/differencesOfEntity.ts';
import type { KnownRecords } from '../../store/consolidation/knownRecords.ts';

/** More are counted and not listed; texts are cut for the list, the workbook gets them whole. */
const LISTED = 500;
const CONFLICTS_LISTED = 500;
const SHOWN_CHARACTERS = 2_000;

export type Differences = {
  readonly counts: DifferenceCounts;
  /** Conflicts first. */
  readonly differences: readonly Difference[];
  readonly more: number;
};

/** What taking in `records` would do. They come with those of one entry together; those of `knownIds` are passed over. */
export function differencesOf(
  records: Iterable<ChangeRecord>,
  known: KnownRecords,
  knownIds: ReadonlySet<string>,
): Differences {
  let counts = noDifferences;
  let found = 0;
  const conflicts: Difference[] = [];
  const others: Difference[] = [];
  for (const group of groupsOfEntity(records)) {
    const [first] = group;
    const news = group.filter(({ id }) => !knownIds.has(id));
    const before = known.stateOf(first.entity, first.entityId);
    const change = differencesOfEntity(before, news, (id, field) =>
      known.isReplaced(id, first.entity, first.entityId, field),
    );
    const knownHere = group.length - news.length;
    counts = sumOfCounts(counts, { ...change.counts, changes: group.length, known: knownHere });
    found += change.differences.length;
    for (const difference of change.differences) {
      const list = difference.what === 'conflict' ? conflicts : others;
      const limit = difference.what === 'conflict' ? CONFLICTS_LISTED : LISTED;
      if (list.length < limit) list.push(shortened(difference));
    }
  }
  const differences = [...conflicts, ...others];
  return { counts, differences, more: found - differences.length };
}

function* groupsOfEntity(
  records: Iterable<ChangeRecord>,
): Generator<readonly [ChangeRecord, ...ChangeRecord[]]> {
  let group: [ChangeRecord, ...ChangeRecord[]] | undefined;
  for (const record of records) {
    const [first] = group ?? [];
    if (group !== undefined && first?.entity === record.entity && first.entityId === record.entityId) {
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
