import { setTimeout as pause } from 'node:timers/promises';
import { turnsOf } from '../../store/connectionTurns.ts';
import type { OpenWorkbook } from './openWorkbook.ts';

/** Nobody has saved for this long: people are reading, or away. */
const IDLE_MILLISECONDS = 5_000;
/** A slice is over in a few milliseconds, and a save that comes in waits for no more than that. */
const SLICE = 100;
const BETWEEN_SLICES_MILLISECONDS = 20;

/**
 * Brings the search index up to date while nobody writes, so that a search after a great deal has come in does not have
 * to wait for it. Goes on until `signal` is aborted, which the caller does before the workbook is closed.
 */
export async function indexWhenIdle(workbook: OpenWorkbook, signal: AbortSignal): Promise<void> {
  const turns = turnsOf(workbook.database);
  let savedAt = workbook.lastSavedAt();
  while (await waited(IDLE_MILLISECONDS, signal)) {
    const isIdle = (): boolean => workbook.lastSavedAt() === savedAt && !turns.isTaken();
    while (isIdle() && workbook.search.indexSome(SLICE) === SLICE) {
      if (!(await waited(BETWEEN_SLICES_MILLISECONDS, signal))) return;
    }
    savedAt = workbook.lastSavedAt();
  }
}

/** False when the wait was ended by the signal. A wait must not keep a script or a test running. */
async function waited(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await pause(milliseconds, undefined, { signal, ref: false });
    return true;
  } catch (cause) {
    if (signal.aborted) return false;
    throw cause;
  }
}
