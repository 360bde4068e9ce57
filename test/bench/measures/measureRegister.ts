import { evidenceSorts } from '../../../shared/api/views/evidenceView.ts';
import { openBench } from '../openBench.ts';
import { bareCopy } from './bareCopy.ts';
import { type Bench, type Timing, timed } from './measure.ts';

const LIMIT = 100;

/** Pages of the evidence register in every order, at its beginning, middle and end, beside one bare page in no order. */
export async function measureRegister(bench: Bench, floorOnly: boolean): Promise<readonly Timing[]> {
  const bare = bareCopy(bench);
  const page = bare.prepare<[number, number]>('SELECT * FROM evidence ORDER BY number LIMIT ? OFFSET ?');
  const ours = floorOnly ? undefined : await openBench(bench.folder);
  const timing = { ours: [] as number[], floor: [] as number[] };
  for (const sort of evidenceSorts) {
    for (const descending of [false, true]) {
      for (const offset of [0, Math.floor(bench.pieces / 2), bench.pieces - LIMIT]) {
        timing.floor.push(await timed(() => page.all(LIMIT, offset)));
        if (ours === undefined) continue;
        const input = { filter: {}, sort, descending, offset, limit: LIMIT };
        timing.ours.push(await timed(() => ours.call('list-evidence', input)));
      }
    }
  }
  await ours?.close();
  bare.close();
  return [{ what: 'A page of the register', ...timing, floorIs: 'bare page by number', aim: null }];
}
