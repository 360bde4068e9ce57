import { app, type BrowserWindow, powerMonitor } from 'electron';

import type { Logger } from '../services/ports.ts';
import { createClosing } from './closing.ts';
import type { KeptWindowState } from './keptWindowState.ts';
import type { PageFlush } from './pageFlush.ts';
import { askCloseAnyway } from './shellDialogs.ts';

export type ClosingParts = {
  readonly window: BrowserWindow;
  readonly flush: PageFlush;
  readonly makeWay: () => Promise<void>;
  readonly shutdown: () => Promise<void>;
  readonly kept: KeptWindowState;
  readonly logger: Logger;
};

/** A laptop that is being closed gives a moment. */
const suspendLimitMs = 2_000;

/** Sends every way out of the program (window, menu, system, signal) through the same closing. */
export function installClosing(parts: ClosingParts): void {
  const { window, flush, makeWay, shutdown, kept, logger } = parts;
  const contents = () => (window.isDestroyed() ? null : window.webContents);
  const report = (what: string) => (cause: unknown) => logger.error(what, cause);

  const closing = createClosing({
    makeWay,
    flushPage: (limitMs) => flush(contents(), limitMs),
    closeAnyway: (reason) => askCloseAnyway(window, reason),
    shutdown,
    reportFailure: report('The workbook was not closed in order'),
    end: () => {
      if (!window.isDestroyed()) window.destroy();
      app.quit();
    },
  });
  const close = (): void => void closing.request().catch(report('Closing failed'));
  const closeUnattended = (): void => void closing.requestUnattended().catch(report('Closing failed'));

  window.on('close', (event) => {
    if (closing.isFinished()) return;
    event.preventDefault();
    kept.rememberPlace(window);
    close();
  });
  app.on('before-quit', (event) => {
    if (closing.isFinished()) return;
    event.preventDefault();
    close();
  });
  // A page can't hold the window open by itself; only unsaved text can.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
  window.on('session-end', closeUnattended);
  // Electron's types leave the event out, its documentation does not.
  powerMonitor.on('shutdown', (event?: { readonly preventDefault: () => void }) => {
    event?.preventDefault();
    closeUnattended();
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, closeUnattended);

  const flushNow = (): void =>
    void flush(contents(), suspendLimitMs).catch(report('Saving before a pause failed'));
  powerMonitor.on('suspend', flushNow);
  powerMonitor.on('lock-screen', flushNow);
}
