import { useEffect, useState } from 'react';
import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import { fieldKey } from '../../state/fieldKey.ts';

type SettledHere = {
  readonly conflict: ConflictView;
  /** Whether the list has been read without it. */
  readonly isAway: boolean;
  /** Somebody else had settled it, so that there is nothing of one's own to undo. */
  readonly isStale: boolean;
};

/** What has been settled while the screen is shown, and what of it is in conflict again: that has been undone. */
export function useSettledHere(
  read: readonly ConflictView[],
  isWhole: boolean,
): {
  /** The last one that can be undone; undefined when there is none. */
  readonly left: ConflictView | undefined;
  /** Whether it is settled, and in the list only because that is still to be read again. */
  readonly isGoing: (conflict: ConflictView) => boolean;
  readonly note: (conflict: ConflictView, isStale: boolean) => void;
  /** What has come back and nobody has been told of; `takeBack` says that somebody has. */
  readonly back: ConflictView | undefined;
  readonly takeBack: () => void;
} {
  const [settled, setSettled] = useState<readonly SettledHere[]>([]);
  const open = new Map(read.map((conflict) => [fieldKey(conflict), conflict]));
  const isBack = ({ conflict, isAway }: SettledHere): boolean => isAway && open.has(fieldKey(conflict));
  const back = isWhole ? settled.findLast(isBack) : undefined;
  const last = settled.at(-1);

  useEffect(() => {
    if (!isWhole) return;
    const stillThere = new Set(read.map(fieldKey));
    const isLeaving = ({ conflict, isAway }: SettledHere): boolean =>
      !isAway && !stillThere.has(fieldKey(conflict));
    setSettled((before) =>
      before.some(isLeaving)
        ? before.map((one) => (isLeaving(one) ? { ...one, isAway: true } : one))
        : before,
    );
  }, [read, isWhole]);

  return {
    left: last !== undefined && last.isAway && !last.isStale ? last.conflict : undefined,
    isGoing: (conflict) =>
      settled.some((one) => !one.isAway && fieldKey(one.conflict) === fieldKey(conflict)),
    note: (conflict, isStale) =>
      setSettled((before) => [
        ...before.filter((one) => fieldKey(one.conflict) !== fieldKey(conflict)),
        { conflict, isAway: false, isStale },
      ]),
    back: back === undefined ? undefined : open.get(fieldKey(back.conflict)),
    takeBack: () => setSettled((before) => before.filter((one) => !isBack(one))),
  };
}
