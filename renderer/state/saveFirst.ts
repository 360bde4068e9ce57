import { WorkbookError, type ErrorCode } from '../../shared/domain/workbookError.ts';
import type { Autosave } from './autosave.ts';
import { saveStateOf } from './saveState.ts';

/**
 * Saves all that is unsaved before something that would go wrong without it: a file that would lack the text, an undo that
 * would take back the change before it.
 *
 * Throws WorkbookError, with the code of the save that failed, when something could not be saved.
 */
export async function saveFirst(autosave: Pick<Autosave, 'flush' | 'store'>): Promise<void> {
  if (await autosave.flush()) return;
  const state = saveStateOf(autosave.store.getState().drafts);
  throw notSavedYet(state.phase === 'failed' ? state.failure.code : 'internal');
}

/** What is said where something waits for a text that could not be saved; the banner of the frame says why and how. */
export function notSavedYet(code: ErrorCode = 'internal'): WorkbookError {
  return new WorkbookError(
    code,
    'Your last changes are not saved yet. Save them first: the notice at the top says how.',
  );
}
