import { canonicalForm } from '../canonicalForm.ts';
import type { ChangeRecord, FieldValue } from '../changeRecord.ts';
import {
  distinctValues,
  fieldsInConflict,
  isDeleted,
  settledText,
  type EntityState,
  type Heads,
} from '../entityState.ts';
import type { Stamp } from '../stamp.ts';
import { noDifferences, type Difference, type DifferenceCounts } from './consolidationPreview.ts';
import { isUnderstood } from './isUnderstood.ts';
import { stateAfter } from './stateAfter.ts';

/** A name is for a list; a whole text is not wanted there. */
const LONGEST_NAME = 200;

export type EntityDifferences = {
  readonly counts: DifferenceCounts;
  readonly differences: readonly Difference[];
  /** What the entity is once they have been taken in. */
  readonly after: EntityState;
};

/**
 * What taking in `records`, all of one entity and none of them known, would do to it.
 *
 * A conflict is counted when one of the records is among the values that disagree; what was in conflict before and is
 * not touched is not counted again.
 */
export function differencesOfEntity(
  before: EntityState,
  records: readonly ChangeRecord[],
  isReplaced: (record: string, field: string) => boolean,
): EntityDifferences {
  const [first] = records;
  if (first === undefined) return { counts: noDifferences, differences: [], after: before };
  const { entity, entityId } = first;
  const of = (what: Difference['what'], field: string | null, after_: EntityState): Difference => ({
    what,
    entity,
    entityId,
    field,
    name: what === 'added' ? nameIn(entity, after_) : '',
    before: field === null ? [] : [...distinctValues(before, field)],
    after: field === null ? [] : [...distinctValues(after_, field)],
    writtenBy:
      field === null
        ? []
        : distinctValues(after_, field).map((value) => stampsOf(after_[field] ?? [], value, records)),
  });

  const after = stateAfter(before, records, isReplaced);
  const newer = records.filter((record) => !isUnderstood(record));
  const counts = { ...noDifferences, changes: records.length, newer: newer.length };
  if (newer.length === records.length) return { counts, differences: [of('newer', null, after)], after };

  const conflicts = newConflicts(before, after, records);
  const conflicting = conflicts.map((field) => of('conflict', field, after));
  const isNew = Object.keys(before).length === 0;
  const isGone = Object.keys(after).length === 0 || (isDeleted(after) && !conflicts.includes('deleted'));
  if (isGone && !isNew && !isDeleted(before)) {
    return { counts: { ...counts, deleted: 1 }, differences: [of('deleted', null, after)], after };
  }
  if (isNew && !isGone) {
    return {
      counts: { ...counts, added: 1, conflicts: conflicts.length },
      differences: [of('added', null, after), ...conflicting],
      after,
    };
  }
  const touched = new Set(
    records.flatMap((record) => [...Object.keys(record.set), ...Object.keys(record.parents)]),
  );
  const settled = [...touched].filter((field) => !conflicts.includes(field)).toSorted();
  const changed = settled.filter((field) => !hasSameValues(before, after, field));
  const same = settled.filter((field) => hasSameValues(before, after, field) && field in after);
  return {
    counts: { ...counts, changed: changed.length, same: same.length, conflicts: conflicts.length },
    differences: [...changed.map((field) => of('changed', field, after)), ...conflicting],
    after,
  };
}

/** Who wrote the value, of those whose changes come in. */
function stampsOf(heads: Heads, value: FieldValue, coming: readonly ChangeRecord[]): Stamp[] {
  const spelling = canonicalForm(value);
  const holders = heads.filter(([, written]) => canonicalForm(written) === spelling);
  return holders.flatMap(([id]) => {
    const record = coming.find((one) => one.id === id);
    if (record === undefined) return [];
    const { author, voice, replica, at } = record;
    return [{ author, voice, replica, at }];
  });
}

/** The field by which people know an entry. */
const namingFields: Readonly<Record<string, string>> = {
  evidence: 'title',
  action: 'title',
  indicator: 'title',
  attachment: 'name',
  partner: 'name',
  participation: 'activity',
};

function nameIn(entity: string, state: EntityState): string {
  const field = namingFields[entity];
  return field === undefined ? '' : settledText(state, field).slice(0, LONGEST_NAME);
}

/** The fields whose live values disagree because of one of `records`. */
function newConflicts(
  before: EntityState,
  after: EntityState,
  records: readonly ChangeRecord[],
): readonly string[] {
  const now = fieldsInConflict(after);
  if (now.length === 0) return now;
  const arriving = new Set(records.map(({ id }) => id));
  const already = new Set(fieldsInConflict(before));
  return now.filter(
    (field) => !already.has(field) || (after[field] ?? []).some(([head]) => arriving.has(head)),
  );
}

function hasSameValues(before: EntityState, after: EntityState, field: string): boolean {
  const values = (state: EntityState): string => JSON.stringify(distinctValues(state, field));
  return values(before) === values(after);
}
