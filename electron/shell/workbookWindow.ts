import { BrowserWindow, screen, type Session } from 'electron';

import type { Logger } from '../services/ports.ts';
import { startAddress } from './pageAddress.ts';
import { tellReopened } from './shellDialogs.ts';
import { windowOptions } from './windowOptions.ts';
import { onScreens, type WindowState } from './windowState.ts';

export type WindowParts = {
  readonly title: string;
  readonly preload: string;
  readonly session: Session;
  readonly state: WindowState;
  readonly developerTools: boolean;
  readonly logger: Logger;
};

/** A page that fails again within this time is not loaded once more: it would fail for ever. */
const restMs = 30_000;

/** Makes the one window and begins to load the page in it; it shows itself as soon as there is something to see. */
export function openWorkbookWindow(parts: WindowParts): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const state = onScreens(parts.state, screens);
  const window = new BrowserWindow(windowOptions({ ...parts, state }));
  window.once('ready-to-show', () => {
    if (state.maximised) window.maximize();
    window.show();
  });
  reopenWhenGone(window, parts.logger);
  loadPage(window, parts.logger);
  return window;
}

/** Loads the page anew, at the start. */
export function loadPage(window: BrowserWindow, logger: Logger): void {
  window.loadURL(startAddress).catch((cause: unknown) => logger.error('The page did not load', cause));
}

/** How the window stands now, to be opened the same way next time. */
export function stateOf(window: BrowserWindow, last: WindowState): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  return { ...last, width, height, corner: { x, y }, maximised: window.isMaximized() };
}

function reopenWhenGone(window: BrowserWindow, logger: Logger): void {
  let lastGone = 0;
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    logger.error(`The window's process ended: ${details.reason}, ${details.exitCode}`);
    const now = Date.now();
    const again = now - lastGone < restMs;
    lastGone = now;
    if (again) return window.close();
    loadPage(window, logger);
    tellReopened(window).catch((cause: unknown) => logger.error('A message could not be shown', cause));
  });
}
