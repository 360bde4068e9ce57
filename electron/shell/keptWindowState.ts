import type { BrowserWindow } from 'electron';

import { stateOf } from './workbookWindow.ts';
import { readWindowState, type WindowState, writeWindowState } from './windowState.ts';

/** The window's state while the program runs, written at every change that a person made on purpose. */
export type KeptWindowState = {
  readonly current: () => WindowState;
  readonly rememberFolder: (folder: string) => void;
  readonly rememberZoom: (zoom: number) => void;
  readonly rememberPlace: (window: BrowserWindow) => void;
};

/** Reads the state that the last run left, and keeps it from now on. */
export function keepWindowState(dataFolder: string): KeptWindowState {
  let state = readWindowState(dataFolder);
  function change(next: WindowState): void {
    state = next;
    writeWindowState(dataFolder, state);
  }
  return {
    current: () => state,
    rememberFolder: (lastFolder) => change({ ...state, lastFolder }),
    rememberZoom: (zoom) => change({ ...state, zoom }),
    rememberPlace: (window) => change(stateOf(window, state)),
  };
}
