import { type BrowserWindow, dialog } from 'electron';

import type { FlushAnswer } from './pageFlush.ts';

const beforeClosing = {
  'not-saved': {
    message: 'Not everything is saved',
    detail:
      'Some text could not be saved. Go back to see which, and to copy it or save it somewhere else. If you close now, that text is lost.',
    close: 'Close without saving',
  },
  'passphrase-shown': {
    message: 'Is the passphrase noted?',
    detail:
      'It is on the screen and kept nowhere else. Once the window is closed, nobody can open what was written with it without having noted it.',
    close: 'It is noted: close',
  },
  'no-answer': {
    message: 'The window does not answer',
    detail:
      'The window does not answer, so the text typed last may not be saved. Everything that was shown as saved is safe.',
    close: 'Close without saving',
  },
} as const;
const wasReopened =
  'The window stopped working and was opened again. Everything that was shown as saved is safe; the text typed last may be missing.';

/** Asks whether to close although something may be lost. Going back is what Return and Escape do. */
export async function askCloseAnyway(
  window: BrowserWindow,
  reason: Exclude<FlushAnswer, 'saved'>,
): Promise<boolean> {
  const { message, detail, close } = beforeClosing[reason];
  const answer = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons: ['Go back', close],
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
