import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { failureOf } from '../../state/failureOf.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';

/** Conflicts asked for at once. */
export const PAGE_CONFLICTS = 100;

export type Conflicts = {
  readonly list: readonly ConflictView[];
  /** How many there are; null before the first reply. */
  readonly total: number | null;
  /** Whether every page is there. */
  readonly isWhole: boolean;
  /** The revision of the workbook that the list was read at. */
  readonly readAt: number;
  readonly failure: WorkbookError | null;
  readonly retry: () => void;
};

type Read = Pick<Conflicts, 'list' | 'total' | 'isWhole' | 'readAt'>;
const nothingRead: Read = { list: [], total: null, isWhole: false, readAt: 0 };

/**
 * Everything that is in conflict, read page by page and again after every change of the workbook.
 *
 * The first time each page shows as it comes; later the old list stays until the whole new one is there, so that nothing
 * jumps under somebody who works through it.
 */
export function useConflicts(): Conflicts {
  const { client, session } = useRendererState();
  const revision = useStore(session.store, (state) => state.revision);
  const [read, setRead] = useState(nothingRead);
  const [failure, setFailure] = useState<WorkbookError | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isWanted = true;
    async function readPages(): Promise<void> {
      let list: readonly ConflictView[] = [];
      for (;;) {
        const page = await client.call('list-conflicts', { offset: list.length, limit: PAGE_CONFLICTS });
        if (!isWanted) return;
        list = [...list, ...page.conflicts];
        const isWhole = list.length >= page.total || page.conflicts.length === 0;
        const next = { list, total: page.total, isWhole, readAt: revision };
        setRead((shown) => (isWhole || !shown.isWhole ? next : shown));
        if (isWhole) return;
      }
    }
    setFailure(null);
    readPages().catch((caught: unknown) => {
      if (isWanted) setFailure(failureOf(caught));
    });
    return () => {
      isWanted = false;
    };
  }, [client, revision, attempt]);

  return { ...read, failure, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}
