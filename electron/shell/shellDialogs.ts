import { type BrowserWindow, dialog } from 'electron';

const cannotSave =
  'Some text could not be saved. Go back to see which, and to copy it or save it somewhere else. If you close now, that text is lost.';
const doesNotAnswer =
  'The window does not answer, so the text typed last may not be saved. Everything that was shown as saved is safe.';
const wasReopened =
  'The window stopped working and was opened again. Everything that was shown as saved is safe; the text typed last may be missing.';

/** Asks whether to close although something may not be saved. Going back is what Return and Escape do. */
export async function askCloseAnyway(
  window: BrowserWindow,
  reason: 'not-saved' | 'no-answer',
): Promise<boolean> {
  const answer = await dialog.showMessageBox(window, {
    type: 'warning',
    message: reason === 'not-saved' ? 'Not everything is saved' : 'The window does not answer',
    detail: reason === 'not-saved' ? cannotSave : doesNotAnswer,
    buttons: ['Go back', 'Close without saving'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer.response === 1;
}

/** Says that the window's page failed and was loaded again. */
export async function tellReopened(window: BrowserWindow): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'info',
    message: 'The window was opened again',
    detail: wasReopened,
  });
}

/** Says why a workbook that was asked for from outside was not opened. */
export async function tellNotOpened(window: BrowserWindow, sentence: string): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The workbook was not opened',
    detail: sentence,
  });
}
