import { setTimeout as pause } from 'node:timers/promises';
import { openBench, type OpenBench } from '../openBench.ts';

const LOOK_EVERY_MILLISECONDS = 100;

/** Opens a workbook without backups and waits `untilChecked`. */
export async function openChecked(folder: string): Promise<OpenBench> {
  const opened = await openBench(folder);
  await untilChecked(opened);
  return opened;
}

/**
 * Waits until the program has checked a workbook without backups and made the backup that follows, as it does beside other
 * work after every opening: what is measured next has nothing to do with either, and ran beside both by chance.
 */
export async function untilChecked(opened: OpenBench): Promise<void> {
  for (;;) {
    const { check } = await opened.call('read-workbook', {});
    const { backups } = await opened.call('list-backups', {});
    if (check === 'sound' && backups.length > 0) return;
    if (check === 'damaged') throw new Error('The workbook of the bench is damaged');
    await pause(LOOK_EVERY_MILLISECONDS);
  }
}
