import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { findProgram } from '../run/findProgram.ts';
import { type Bench, timingSchema } from './measures/measure.ts';

const once = fileURLToPath(new URL('./measureOnce.ts', import.meta.url));
const resultSchema = z.object({ timings: z.array(timingSchema), megabytes: z.number() });

export type MeasureResult = z.infer<typeof resultSchema>;

/**
 * Runs one measure in a process of its own, so that its memory is its own; with a screen in memory where there is none.
 * Null when it failed; what it printed on standard error is there to see.
 */
export function runMeasure(name: string, bench: Bench, floorOnly: boolean): MeasureResult | null {
  const command = [process.execPath, once, name, JSON.stringify(bench), String(floorOnly)];
  const screen = process.env['DISPLAY'] === undefined ? findProgram('xvfb-run') : null;
  const [program = '', ...rest] =
    name === 'opening' && screen !== null ? [screen, '-a', ...command] : command;
  const run = spawnSync(program, rest, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (run.status !== 0) return null;
  return resultSchema.parse(JSON.parse(run.stdout.trim().split('\n').at(-1) ?? ''));
}
