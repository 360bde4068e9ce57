import { evidenceIdAt } from '../benchWorkbook.ts';
import { finishedJob } from './finishedJob.ts';
import { timed } from './measure.ts';
import { openChecked } from './openChecked.ts';

/**
 * Milliseconds from choosing packets or returned workbooks until they are in the workbook of a folder: checked, previewed,
 * with the backup before. @throws when fewer changes than `least` were read.
 */
export async function timeTakingIn(folder: string, files: readonly string[], least: number): Promise<number> {
  const { call, close } = await openChecked(folder);
  // So that the backup before is one to be made, and not the one that followed the opening.
  await call('edit', { entity: 'evidence', entityId: evidenceIdAt(0), set: { note: 'Written since' } });
  const took = await timed(async () => {
    const { job } = await call('start-consolidation-preview', { paths: [...files] });
    await finishedJob(call, job);
    const { preview, total } = await call('read-consolidation-preview', { job: job ?? '' });
    if (total.changes < least) throw new Error(`${total.changes} changes were read of ${least}`);
    await finishedJob(call, (await call('start-consolidation', { preview })).job);
  });
  await close();
  return took;
}
