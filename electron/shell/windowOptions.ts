import type { BrowserWindowConstructorOptions, Session } from 'electron';

import type { WindowState } from './windowState.ts';

export type WindowSurroundings = {
  readonly title: string;
  readonly preload: string;
  readonly session: Session;
  readonly state: WindowState;
  /** Whether the developer's tools are to be had: never in a packaged program. */
  readonly developerTools: boolean;
};

/** The options of the one window. Every setting that keeps the page apart from the computer is spelled out, also defaults. */
export function windowOptions(surroundings: WindowSurroundings): BrowserWindowConstructorOptions {
  const { title, preload, session, state, developerTools } = surroundings;
  return {
    width: state.width,
    height: state.height,
    ...state.corner,
    minWidth: 400,
    minHeight: 300,
    title,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // Its dictionaries would be fetched from another company's server.
      spellcheck: false,
      devTools: developerTools,
      zoomFactor: state.zoom,
    },
  };
}
