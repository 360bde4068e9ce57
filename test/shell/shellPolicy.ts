import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Session, WebContents } from 'electron';

import { holdContents } from '../../electron/shell/contentsPolicy.ts';
import { shutSession } from '../../electron/shell/sessionPolicy.ts';
import { windowOptions } from '../../electron/shell/windowOptions.ts';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The options of the window in a packaged program, or during development. */
export function options(developerTools = false) {
  return windowOptions({
    title: 'Workbook',
    preload: '/program/preload.cjs',
    // The options only carry the session on.
    session: {} as Session,
    state: { width: 800, height: 600, corner: null, maximised: false, zoom: 1, lastFolder: null },
    developerTools,
  });
}

/** An object that notes what is registered on it, in place of one of Electron's. */
export function recorder() {
  const handlers = new Map<string, (...args: never[]) => unknown>();
  const target = new Proxy(
    {},
    {
      get: (_object, name: string) => {
        if (name === 'webRequest') return target;
        return (...given: unknown[]) => {
          // `on(event, listener)` is noted by its event, `setX(handler)` by its name.
          const [key, value] =
            name === 'on' || name === 'handle' ? [String(given[0]), given[1]] : [name, given[0]];
          handlers.set(key, typeof value === 'function' ? (value as () => unknown) : () => value);
        };
      },
    },
  );
  return {
    target,
    call: (name: string, ...args: unknown[]): unknown => handlers.get(name)?.(...(args as never[])),
  };
}

/** A session that was shut, to be asked what it does. */
export function shutRecorder() {
  const recorded = recorder();
  shutSession(recorded.target as Session);
  return recorded;
}

/** A page that is held, to be asked what it does. */
export function heldRecorder() {
  const recorded = recorder();
  holdContents(recorded.target as WebContents);
  return recorded;
}

/** The text of every source file under a folder of the repository. */
export function sources(folder: string): string {
  return readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|html|mjs)$/.test(file) && !file.includes('node_modules'))
    .map((file) => readFileSync(path.join(projectFolder, folder, file), 'utf8'))
    .join('\n');
}
