import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';
import { wordsOn } from '../benchWorkbook.ts';
import { openBench, type OpenBench } from '../openBench.ts';
import { type Bench, type Timing, timed } from './measure.ts';

const PAUSE_MILLISECONDS = 100;
const SAVES = 100;

/** Saves while an export of the whole workbook runs in its thread, beside the same saves without an export. */
export async function measureTypingDuringExport(
  bench: Bench,
  _floorOnly: boolean,
): Promise<readonly Timing[]> {
  const open = await openBench(bench.folder);
  let saves = 0;

  async function save(): Promise<number> {
    saves += 1;
    const question = shippedCatalogue.questions[saves % 20]?.id ?? '';
    const text = `${wordsOn(saves % 20)} and on ${saves}`;
    const took = await timed(() => open.call('write-answer', { question, set: { whatNext: text } }));
    await pause(PAUSE_MILLISECONDS);
    return took;
  }

  // Opening is over and done with before anything is measured: the check of the structure, and of the fingerprints.
  await settled(open);
  const floor: number[] = [];
  while (floor.length < SAVES) floor.push(await save());
  const { job } = await open.call('start-export', {
    path: path.join(bench.workFolder, `export-${bench.pieces}.xlsx`),
  });
  const ours: number[] = [];
  while (job !== null && (await open.call('read-job', { job })).state === 'running') ours.push(await save());
  const ended = job === null ? undefined : await open.call('read-job', { job });
  if (ended?.state !== 'done') throw new Error(`The export did not end well: ${ended?.error?.message ?? ''}`);
  await open.close();
  return [
    {
      what: 'Typing during an export',
      ours,
      floor,
      floorIs: 'typing without one',
      aim: 2,
      isAimedAtP99: true,
    },
  ];
}

async function settled(open: OpenBench): Promise<void> {
  while ((await open.call('read-workbook', {})).check === 'checking') await pause(PAUSE_MILLISECONDS);
}
