import type { Timing } from './measures/measure.ts';

type Memory = { readonly ours: number; readonly floor: number };

const widths = [9, 28, 19, 19, 7, 7, 12, 0] as const;

/** The heading of the table of figures. */
export function benchHeading(): string {
  return line([
    'pieces',
    'what',
    'ours p50/p99 ms',
    'floor p50/p99 ms',
    'ratio',
    'aim',
    'memory MB',
    'floor',
  ]);
}

/** One line of the table: medians and 99th percentiles, their ratio beside the aim, and the most memory of each side. */
export function benchLine(pieces: number, timing: Timing, memory: Memory | undefined): string {
  const { what, ours, floor, floorIs, aim, isAimedAtP99 } = timing;
  const share = isAimedAtP99 === true ? 0.99 : 0.5;
  const ratio = percentile(ours, share) / percentile(floor, share);
  return line([
    pieces.toLocaleString('en-GB'),
    what,
    pair(percentile(ours, 0.5), percentile(ours, 0.99)),
    pair(percentile(floor, 0.5), percentile(floor, 0.99)),
    ratio.toFixed(2),
    aim === null ? '–' : `${ratio <= aim ? '≤' : 'not'} ${aim}`,
    memory === undefined ? '–' : `${memory.ours.toFixed(0)} / ${memory.floor.toFixed(0)}`,
    isAimedAtP99 === true ? `${floorIs}; by p99` : floorIs,
  ]);
}

function pair(median: number, p99: number): string {
  return `${inDigits(median)} / ${inDigits(p99)}`;
}

function inDigits(milliseconds: number): string {
  return milliseconds.toFixed(milliseconds < 10 ? 3 : 1);
}

/** Not a number for an empty list. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join(' ')
    .trimEnd();
}
