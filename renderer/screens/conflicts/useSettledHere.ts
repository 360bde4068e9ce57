import { useState } from 'react';
import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import { fieldKey } from '../../state/fieldKey.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import type { Conflicts } from './useConflicts.ts';

type SettledHere = {
  readonly conflict: ConflictView;
  /** The revision of the workbook then; what is read at a later one knows of it. */
  readonly at: number;
  /** Somebody else had settled it, so that there is nothing of one's own to undo. */
  readonly isStale: boolean;
};

/** What has been settled while the screen is shown, and what of it is in conflict again: that has been undone. */
export function useSettledHere({ list, isWhole, readAt }: Pick<Conflicts, 'list' | 'isWhole' | 'readAt'>): {
  /** The last one that can be undone; undefined when there is none. */
  readonly left: ConflictView | undefined;
  /** Whether it is settled, and in the list only because that is still to be read again. */
  readonly isGoing: (conflict: ConflictView) => boolean;
  readonly note: (conflict: ConflictView, isStale: boolean) => void;
  /** What has come back and nobody has been told of; `takeBack` says that somebody has. */
  readonly back: ConflictView | undefined;
  readonly takeBack: () => void;
} {
  const { session } = useRendererState();
  const [settled, setSettled] = useState<readonly SettledHere[]>([]);
  const open = new Map(list.map((conflict) => [fieldKey(conflict), conflict]));
  // By the revision, not by its having been away: undone at once, it is in the very first list that is read afterwards.
  const isReadSince = ({ at }: SettledHere): boolean => isWhole && readAt > at;
  const isBack = (one: SettledHere): boolean => isReadSince(one) && open.has(fieldKey(one.conflict));
  const back = settled.findLast(isBack);
  const last = settled.at(-1);

  return {
    left: last !== undefined && isReadSince(last) && !last.isStale ? last.conflict : undefined,
    isGoing: (conflict) =>
      settled.some((one) => !isReadSince(one) && fieldKey(one.conflict) === fieldKey(conflict)),
    note: (conflict, isStale) => {
      const { revision: at } = session.store.getState();
      setSettled((before) => [
        ...before.filter((one) => fieldKey(one.conflict) !== fieldKey(conflict)),
        { conflict, at, isStale },
      ]);
    },
    back: back === undefined ? undefined : open.get(fieldKey(back.conflict)),
    takeBack: () => setSettled((before) => before.filter((one) => !isBack(one))),
  };
}
