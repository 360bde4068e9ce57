import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

const windowStateSchema = z.object({
  width: z.number().int().min(400).max(20_000),
  height: z.number().int().min(300).max(20_000),
  /** Where its corner was, or null for the middle of the screen. */
  corner: z.object({ x: z.number().int(), y: z.number().int() }).nullable(),
  maximised: z.boolean(),
  /** 1 is the size as designed. */
  zoom: z.number().min(0.5).max(4),
  /** The folder that was last used in a dialog, or null. */
  lastFolder: z.string().max(4_000).nullable(),
});

/** How the window was left: a matter of comfort, kept apart from all content. */
export type WindowState = z.infer<typeof windowStateSchema>;

/** A laptop's small screen, filled but for its task bar. */
const firstState: WindowState = {
  width: 1366,
  height: 728,
  corner: null,
  maximised: false,
  zoom: 1,
  lastFolder: null,
};

/** So much of a window must be on a screen, in pixels, that a hand can take hold of it. */
const leastShown = 100;
/** Maximised windows of Windows lie a few pixels above their screen. */
const titleBarSlack = 10;

export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Reads how the window was left; a missing or broken file means the first state. */
export function readWindowState(dataFolder: string): WindowState {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')));
  } catch {
    // Nothing depends on it, and the next close writes it anew.
    return firstState;
  }
}

/** Keeps how the window is left. Answers false when that was not possible, which is no reason to stop anybody. */
export function writeWindowState(dataFolder: string, state: WindowState): boolean {
  try {
    mkdirSync(dataFolder, { recursive: true });
    const beside = `${fileIn(dataFolder)}.new`;
    writeFileSync(beside, JSON.stringify(state));
    renameSync(beside, fileIn(dataFolder));
    return true;
  } catch {
    return false;
  }
}

/** The state with a corner only where a screen still shows it: a second screen may have been unplugged. */
export function onScreens(state: WindowState, screens: readonly Rectangle[]): WindowState {
  if (state.corner === null) return state;
  const { x, y } = state.corner;
  const shown = screens.some(
    (screen) =>
      x + state.width >= screen.x + leastShown &&
      x <= screen.x + screen.width - leastShown &&
      y >= screen.y - titleBarSlack &&
      y <= screen.y + screen.height - leastShown,
  );
  return shown ? state : { ...state, corner: null };
}

function fileIn(dataFolder: string): string {
  return path.join(dataFolder, 'window.json');
}
