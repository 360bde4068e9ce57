import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { HistoryEntry } from '../../../shared/api/views/searchView.ts';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { failureOf } from '../../state/failureOf.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';

/** Whose history: of everything, of one entity, or of one of its fields. */
export type HistoryOf = {
  readonly entity?: string;
  readonly entityId?: string;
  readonly field?: string;
};

const PAGE_ENTRIES = 50;
/** What one reading may ask for. */
const MOST_ENTRIES = 200;

export type History = {
  /** Newest first; undefined before the first page is there. */
  readonly entries: readonly HistoryEntry[] | undefined;
  readonly hasEarlier: boolean;
  readonly showEarlier: () => void;
  readonly failure: WorkbookError | null;
  readonly retry: () => void;
};

/** The history, a page at a time; as much as is shown is read again after every change of the workbook. */
export function useHistory(of: HistoryOf): History {
  const { client, session } = useRendererState();
  const revision = useStore(session.store, (state) => state.revision);
  const [entries, setEntries] = useState<readonly HistoryEntry[] | undefined>(undefined);
  const [next, setNext] = useState<number | null>(null);
  const [failure, setFailure] = useState<WorkbookError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const turn = useRef(0);
  const shown = useRef(0);
  const key = JSON.stringify(of);
  const latest = useRef(of);
  latest.current = of;

  const read = useCallback(
    async (start: number | null, newer: readonly HistoryEntry[]) => {
      turn.current += 1;
      const mine = turn.current;
      let all = newer;
      let before = start;
      try {
        do {
          const page = await client.call('read-history', {
            ...latest.current,
            ...(before === null ? {} : { before }),
            limit: Math.min(MOST_ENTRIES, Math.max(PAGE_ENTRIES, shown.current - all.length)),
          });
          if (mine !== turn.current) return;
          all = [...all, ...page.entries];
          before = page.next;
        } while (before !== null && all.length < shown.current);
        shown.current = all.length;
        setEntries(all);
        setNext(before);
        setFailure(null);
      } catch (caught) {
        if (mine === turn.current) setFailure(failureOf(caught));
      }
    },
    [client],
  );

  useEffect(() => {
    setEntries(undefined);
    shown.current = 0;
  }, [key]);
  useEffect(() => {
    void read(null, []);
  }, [read, key, revision, attempt]);

  return {
    entries,
    hasEarlier: next !== null,
    showEarlier: () => {
      if (next !== null) void read(next, entries ?? []);
    },
    failure,
    retry: () => setAttempt((count) => count + 1),
  };
}
