import { app, type BrowserWindow, Menu } from 'electron';

import type { Logger } from '../services/ports.ts';
import type { KeptWindowState } from './keptWindowState.ts';
import { menuTemplate } from './menu.ts';
import { startAddress } from './pageAddress.ts';
import { zoomedIn, zoomedOut } from './zoom.ts';

/** Puts the menu bar in place and lets it, and the mouse wheel, zoom the window; the zoom is remembered. */
export function installMenu(
  window: BrowserWindow,
  kept: KeptWindowState,
  developerTools: boolean,
  logger: Logger,
): void {
  const { webContents } = window;
  function zoomTo(zoom: number): void {
    webContents.setZoomFactor(zoom);
    kept.rememberZoom(zoom);
  }
  const zoomIn = (): void => zoomTo(zoomedIn(webContents.getZoomFactor()));
  const zoomOut = (): void => zoomTo(zoomedOut(webContents.getZoomFactor()));
  webContents.on('zoom-changed', (_event, direction) => (direction === 'in' ? zoomIn() : zoomOut()));

  const template = menuTemplate(process.platform, developerTools, {
    quit: () => app.quit(),
    zoomIn,
    zoomOut,
    resetZoom: () => zoomTo(1),
    showHelp: () => {
      // Only what follows # differs, so the page stays and changes its screen.
      window
        .loadURL(`${startAddress}#/help`)
        .catch((cause: unknown) => logger.error('Help did not open', cause));
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
