import type { IpcMain, WebContents } from 'electron';

import { beforeCloseChannel, flushedChannel } from './channels.ts';
import { isOurPage } from './sender.ts';

/**
 * Whether what was on the screen is saved now, or only a passphrase is left there; `no-answer` when the page did not say
 * in time.
 */
export type FlushAnswer = 'saved' | 'not-saved' | 'passphrase-shown' | 'no-answer';

export type PageFlush = (contents: WebContents | null, limitMs: number) => Promise<FlushAnswer>;

/**
 * Asks a page to save what is still only on the screen.
 * A page that is gone or not our own holds nothing that could be saved, so that counts as saved.
 */
export function createPageFlush(ipcMain: Pick<IpcMain, 'on'>): PageFlush {
  const waiting = new Map<number, (answer: FlushAnswer) => void>();
  let lastQuestion = 0;

  ipcMain.on(flushedChannel, (event, question: unknown, saved: unknown) => {
    if (!isOurPage(event.senderFrame) || typeof question !== 'number') return;
    waiting.get(question)?.(answerOf(saved));
  });

  return (contents, limitMs) => {
    if (
      contents === null ||
      contents.isDestroyed() ||
      contents.isCrashed() ||
      !isOurPage(contents.mainFrame)
    ) {
      return Promise.resolve('saved');
    }
    lastQuestion += 1;
    const question = lastQuestion;
    return new Promise((resolve) => {
      const limit = setTimeout(() => settle('no-answer'), limitMs);
      function settle(answer: FlushAnswer): void {
        clearTimeout(limit);
        waiting.delete(question);
        resolve(answer);
      }
      waiting.set(question, settle);
      contents.send(beforeCloseChannel, question);
    });
  };
}

function answerOf(saved: unknown): FlushAnswer {
  if (saved === true) return 'saved';
  return saved === 'passphrase-shown' ? 'passphrase-shown' : 'not-saved';
}
