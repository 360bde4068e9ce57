import { useCallback, useRef, useState } from 'react';
import type { WorkbookError } from '../../shared/domain/workbookError.ts';
import { failureOf } from './failureOf.ts';

export type Action<Arguments extends readonly unknown[]> = {
  /** Runs it, unless it is running; never throws. */
  readonly run: (...given: Arguments) => Promise<void>;
  readonly isBusy: boolean;
  readonly failure: WorkbookError | undefined;
  readonly clearFailure: () => void;
};

/** Something a button does: busy while it runs, and the failure to show beside the button afterwards. */
export function useAction<Arguments extends readonly unknown[]>(
  work: (...given: Arguments) => Promise<void>,
): Action<Arguments> {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<WorkbookError | undefined>(undefined);
  const isRunning = useRef(false);
  const latest = useRef(work);
  latest.current = work;

  const run = useCallback(async (...given: Arguments) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setIsBusy(true);
    setFailure(undefined);
    try {
      await latest.current(...given);
    } catch (caught) {
      setFailure(failureOf(caught));
    } finally {
      isRunning.current = false;
      setIsBusy(false);
    }
  }, []);
  const clearFailure = useCallback(() => setFailure(undefined), []);
  return { run, isBusy, failure, clearFailure };
}
