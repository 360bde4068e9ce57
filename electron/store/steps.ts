import { setImmediate as giveWay } from 'node:timers/promises';
import { WorkbookError } from '../../shared/domain/workbookError.ts';

/** Work in steps of a few milliseconds, between which others may have their turn. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** After so many milliseconds of steps the program does whatever else waits. */
const AT_ONCE_MILLISECONDS = 12;

/** Does all steps without a pause. */
export function allAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Does all steps, and lets the program do other things between them.
 *
 * @throws WorkbookError `cancelled`, also into the work, when `signal` is aborted; whatever the work throws.
 */
export async function inTurns<Result>(steps: Steps<Result>, signal: AbortSignal): Promise<Result> {
  let resumed = performance.now();
  for (;;) {
    const step = signal.aborted ? steps.throw(stopped()) : steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - resumed < AT_ONCE_MILLISECONDS) continue;
    await giveWay();
    resumed = performance.now();
  }
}

/** Calls `each` with pieces of a list, a step for each piece. */
export function* inPieces<Item>(
  items: readonly Item[],
  size: number,
  each: (piece: readonly Item[]) => void,
): Steps<void> {
  for (let start = 0; start < items.length; start += size) {
    each(items.slice(start, start + size));
    yield;
  }
}

function stopped(): WorkbookError {
  return new WorkbookError('cancelled', 'It was stopped. Nothing was changed.');
}
