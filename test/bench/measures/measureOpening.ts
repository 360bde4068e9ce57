import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '../../../electron/build/projectFolder.ts';
import { electronBinary } from '../../../electron/launch/electronBinary.mjs';
import { connectToPage, type DevToolsPage } from '../../packaged/devToolsPage.ts';
import { until } from '../../packaged/packagedProgram.ts';
import { buildForBench } from '../benchBuild.ts';
import type { Bench, Timing } from './measure.ts';

const RUNS = 7;
const emptyWindow = fileURLToPath(new URL('../empty-window', import.meta.url));

/** Milliseconds since 1970 at which what the page shows when it is ready was painted: two frames after it is there. */
const overviewPainted = `new Promise((resolve) => {
  const look = () => document.querySelector('.overview__sum') === null ? requestAnimationFrame(look)
    : requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())));
  look();
})`;
const firstPainted = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const paint = list.getEntriesByName('first-contentful-paint')[0];
    if (paint !== undefined) resolve(performance.timeOrigin + paint.startTime);
  }).observe({ type: 'paint', buffered: true });
})`;

type Started = { readonly milliseconds: number; readonly megabytes: number };

/**
 * From starting the program with a workbook's folder to the overview with its figures on the screen, in a real Electron;
 * the floor is an Electron that shows one heading. Nothing where there is no Electron or no screen.
 */
export async function measureOpening(bench: Bench, _floorOnly: boolean): Promise<readonly Timing[]> {
  const electron = electronBinary(projectFolder);
  if (electron === null || process.env['DISPLAY'] === undefined) return [];
  const program = path.join(bench.workFolder, 'program');
  if (!existsSync(program)) await buildForBench(program);
  const ours: Started[] = [];
  const floor: Started[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    floor.push(await start(electron, [emptyWindow], bench, firstPainted));
    ours.push(await start(electron, [program, bench.folder], bench, overviewPainted));
  }
  return [
    {
      what: 'Open to the first screen',
      ours: ours.slice(1).map(({ milliseconds }) => milliseconds),
      floor: floor.slice(1).map(({ milliseconds }) => milliseconds),
      floorIs: 'an empty Electron window',
      aim: bench.pieces > 10_000 ? 2.5 : 1.5,
      megabytes: { ours: mostMegabytes(ours), floor: mostMegabytes(floor) },
    },
  ];
}

async function start(
  electron: string,
  given: readonly string[],
  bench: Bench,
  painted: string,
): Promise<Started> {
  const dataFolder = mkdtempSync(path.join(bench.workFolder, 'data-'));
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(
    electron,
    [...(asRoot ? ['--no-sandbox'] : []), '--remote-debugging-port=0', ...given],
    {
      env: { ...process.env, WORKBOOK_DATA_FOLDER: dataFolder, EMPTY_WINDOW_FOLDER: dataFolder },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let output = '';
  child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const port = await until(
      'a DevTools port',
      async () => /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1] ?? null,
    );
    const page = await until('a page', () => connectToPage(Number(port)));
    const paintedAt = await until('a first screen', () => numberOf(page, painted));
    const megabytes = megabytesOf(child.pid ?? 0);
    // Closed as a person does, so that the next start finds the workbook in order.
    await page.evaluate('setTimeout(() => window.close(), 50)');
    page.disconnect();
    await ended;
    return { milliseconds: paintedAt - startedAt, megabytes };
  } finally {
    child.kill('SIGKILL');
  }
}

/** Null where the page changes under the question: then it is asked again. */
async function numberOf(page: DevToolsPage, expression: string): Promise<number | null> {
  try {
    return Number(await page.evaluate(expression));
  } catch {
    return null;
  }
}

function mostMegabytes(started: readonly Started[]): number {
  return Math.max(...started.map(({ megabytes }) => megabytes));
}

/** What a process and those that it started have in memory by themselves; 0 where the system does not tell. */
function megabytesOf(pid: number): number {
  if (!existsSync('/proc/self/smaps_rollup')) return 0;
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const belongs = (id: number): boolean => id === pid || (id > 1 && belongs(parents.get(id) ?? 0));
  return [...parents.keys()].filter(belongs).reduce((sum, id) => sum + ownMegabytes(id), 0);
}

function parentOf(pid: string): number {
  return Number(/^PPid:\s+(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0);
}

function ownMegabytes(pid: number): number {
  const rollup = textOf(`/proc/${pid}/smaps_rollup`);
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
}

/** Empty for a process that has ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
