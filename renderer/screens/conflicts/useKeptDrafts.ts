import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';

/**
 * Fetches what was being written in earlier sittings, and saves what is being written when one leaves a field or the
 * screen; a pause saves by itself.
 */
export function useKeptDrafts(): {
  /** Whether it is there, so that nothing written now takes its place. */
  readonly isLoaded: boolean;
  readonly failure: WorkbookError | null;
  readonly retry: () => void;
} {
  const { settlements } = useRendererState();
  const isLoaded = useStore(settlements.store, (state) => state.isLoaded);
  const failure = useStore(settlements.store, (state) => state.loadFailure);
  useEffect(() => {
    if (!isLoaded) void settlements.load();
  }, [settlements, isLoaded]);
  useEffect(() => {
    const save = (): void => void settlements.flush();
    document.addEventListener('focusout', save);
    return () => {
      document.removeEventListener('focusout', save);
      save();
    };
  }, [settlements]);
  return { isLoaded, failure, retry: () => void settlements.load() };
}
