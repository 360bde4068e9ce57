import { statSync } from 'node:fs';

import { app, type BrowserWindow } from 'electron';

import type { Dispatch } from '../ipc/dispatcher.ts';
import type { Logger } from '../services/ports.ts';
import type { PageFlush } from './pageFlush.ts';
import { tellNotOpened } from './shellDialogs.ts';
import { workbookArgument } from './workbookArgument.ts';
import { loadPage } from './workbookWindow.ts';

/** What a second start hands to the first. Chromium reorders the arguments that it passes on by itself. */
export type SecondStart = { readonly given: readonly string[]; readonly workingFolder: string };

export type SecondStartParts = {
  readonly window: BrowserWindow;
  readonly flush: PageFlush;
  readonly dispatch: Dispatch;
  readonly logger: Logger;
};

const flushLimitMs = 10_000;

const saveFirst =
  'Some text of the workbook that is open is not saved yet. Save it, then open the other one.';
const noteFirst =
  'A passphrase that is kept nowhere else is still shown. Note it and put it away, then open the other one.';

/** The workbook's folder that a start of the program names, or null. */
export function workbookOfStart(start: SecondStart): string | null {
  const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  return workbookArgument(start.given, start.workingFolder, process.platform, isFile);
}

/** A second start of the program brings this window to the front, with the workbook that it names. */
export function installSecondStart(parts: SecondStartParts): void {
  app.on('second-instance', (_event, _arguments, _folder, data: unknown) => {
    bringToFront(parts.window);
    const folder = isSecondStart(data) ? workbookOfStart(data) : null;
    if (folder === null) return;
    openInstead(folder, parts).catch((cause: unknown) =>
      parts.logger.error('A workbook was not opened', cause),
    );
  });
}

async function openInstead(folder: string, parts: SecondStartParts): Promise<void> {
  const { window, flush, dispatch, logger } = parts;
  const answer = await flush(window.webContents, flushLimitMs);
  if (answer !== 'saved') return tellNotOpened(window, answer === 'passphrase-shown' ? noteFirst : saveFirst);
  // Refused when none is open, which is as well.
  await dispatch('close-workbook', {});
  const reply = await dispatch('open-workbook', { folder });
  loadPage(window, logger);
  if (!reply.ok) await tellNotOpened(window, reply.error.message);
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function isSecondStart(data: unknown): data is SecondStart {
  return (
    typeof data === 'object' &&
    data !== null &&
    'given' in data &&
    Array.isArray(data.given) &&
    data.given.every((one) => typeof one === 'string') &&
    'workingFolder' in data &&
    typeof data.workingFolder === 'string'
  );
}
