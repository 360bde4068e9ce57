import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import { fieldKey } from '../../state/fieldKey.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { routes } from '../../state/routes.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';

export type CurrentConflict = {
  /** The card that is shown; undefined while it is not read yet and where there is none. */
  readonly current: ConflictView | undefined;
  /** Its place in the list. */
  readonly index: number;
  /** Whether the address asks for a field that is not in conflict. */
  readonly isGone: boolean;
  readonly goTo: (conflict: ConflictView | undefined) => void;
  /** Whether the card came up by a key or a press, so that its heading takes the focus. */
  readonly isChosen: boolean;
  /** Says that the card of this field is chosen, where a link changes the address by itself. */
  readonly noteChosen: (conflict: ConflictView) => void;
};

/**
 * Which of the conflicts is worked on: the one in the address, else the one last looked at, else the first.
 *
 * `of` is what `routes.conflictAt` put into the address.
 */
export function useCurrentConflict(
  list: readonly ConflictView[],
  isWhole: boolean,
  of: string | null,
): CurrentConflict {
  const { settlements } = useRendererState();
  const { folder } = useWorkbook();
  const [, navigate] = useLocation();
  const last = useStore(settlements.store, ({ lastOf }) => lastOf[folder]);
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = of ?? last;
  const found = list.findIndex((conflict) => fieldKey(conflict) === wanted);
  // What is asked for may be on a page that is still to come.
  const index = found === -1 && wanted !== undefined && !isWhole ? -1 : Math.max(0, found);
  const current = list[index];
  const key = current === undefined ? undefined : fieldKey(current);
  useEffect(() => {
    if (key !== undefined) settlements.lookAt(folder, key);
  }, [settlements, folder, key]);
  return {
    current,
    index,
    isGone: of !== null && isWhole && found === -1 && list.length > 0,
    goTo: (conflict) => {
      if (conflict === undefined) return;
      setChosen(fieldKey(conflict));
      navigate(routes.conflictAt(conflict), { replace: true });
    },
    isChosen: key !== undefined && key === chosen,
    noteChosen: (conflict) => setChosen(fieldKey(conflict)),
  };
}
