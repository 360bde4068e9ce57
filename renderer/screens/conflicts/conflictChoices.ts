import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import type { Stamp } from '../../../shared/domain/stamp.ts';
import type { FieldValue } from '../../../shared/domain/changeRecord.ts';

/** One value that can be taken to settle a conflict. */
export type ConflictChoice = {
  /** What it is known by in a draft: the same as long as the same people's changes hold it. */
  readonly key: string;
  readonly letter: string;
  readonly value: FieldValue;
  readonly stamps: readonly Stamp[];
  /** Why a grade was given, in the words of those who gave it, with what that field is called. */
  readonly rationales: readonly { readonly label: string; readonly text: string }[];
};

/**
 * The values that can be taken, in their order. What was deleted by one person and changed by another has two, whatever is
 * live in it: deleting it after all, and keeping it.
 */
export function conflictChoices(conflict: ConflictView): readonly ConflictChoice[] {
  if (conflict.field !== 'deleted') {
    return conflict.values.map(({ value, records, stamps }, index) => ({
      key: records.join(' '),
      letter: letterOf(index),
      value,
      stamps,
      rationales: rationalesOf(conflict, stamps),
    }));
  }
  const stampsOf = (deleted: boolean): readonly Stamp[] =>
    conflict.values.filter(({ value }) => (value === true) === deleted).flatMap(({ stamps }) => stamps);
  return [
    { key: 'delete', letter: 'A', value: true, stamps: stampsOf(true), rationales: [] },
    { key: 'keep', letter: 'B', value: false, stamps: stampsOf(false), rationales: [] },
  ];
}

function rationalesOf({ beside }: ConflictView, stamps: readonly Stamp[]): ConflictChoice['rationales'] {
  const isTheirs = ({ author, replica }: Stamp): boolean =>
    stamps.some((stamp) => stamp.author === author && stamp.replica === replica);
  return beside
    .filter(({ field }) => field === 'rationale')
    .flatMap(({ fieldLabel, live }) =>
      live.flatMap(({ value, stamps: writers }) =>
        typeof value === 'string' && value !== '' && writers.some(isTheirs)
          ? [{ label: fieldLabel, text: value }]
          : [],
      ),
    );
}

/** All records that are live in the conflict, to notice that another value has come in. */
export function recordsOf(conflict: ConflictView): string {
  const values = [...conflict.values, ...conflict.beside.flatMap(({ live }) => live)];
  return values
    .flatMap(({ records }) => records)
    .toSorted()
    .join(' ');
}

/** A, B, C … Z, 27, 28 …: more than anybody will see. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}
