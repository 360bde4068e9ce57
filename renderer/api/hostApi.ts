import type { WorkbookApi } from '../../shared/api/workbookApi.ts';
import { loopbackApi } from './loopbackApi.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    readonly workbookHost?: WorkbookApi;
  }
}

/** The host that this page runs in: Electron's preload, or the loopback server that served it. */
export function hostApi(): WorkbookApi {
  return window.workbookHost ?? loopbackApi();
}
