import { setTimeout as pause } from 'node:timers/promises';
import type { OpenBench } from '../openBench.ts';

/** Waits for a job to end well, and looks often enough not to be measured itself. */
export async function finishedJob(call: OpenBench['call'], job: string | null): Promise<void> {
  for (;;) {
    const { state, error } = await call('read-job', { job: job ?? '' });
    if (state === 'done') return;
    if (state !== 'running') throw new Error(`The job did not end well: ${error?.message ?? state}`);
    await pause(10);
  }
}
