import { setTimeout as pause } from 'node:timers/promises';
import type { JobView } from '../../shared/api/views/workbookView.ts';
import { errorCodes, WorkbookError } from '../../shared/domain/workbookError.ts';
import { stepWithoutCount } from '../services/jobs/countedStep.ts';
import type { Program } from './program.ts';
import type { Terminal } from './terminal.ts';

/** How often is asked how far the work is, in milliseconds. */
const ASK_EVERY = 50;

/**
 * Waits for long work and shows on standard error how far it is, a line for each new step.
 *
 * @returns the receipt. @throws WorkbookError with the code and sentence of the work that failed.
 */
export async function waitForJob(
  { ask }: Program,
  job: string,
  terminal: Terminal,
): Promise<NonNullable<JobView['receipt']>> {
  let shown = '';
  for (;;) {
    const view = await ask('read-job', { job });
    const step = stepWithoutCount(view.step);
    if (step !== shown)
      terminal.message(`${String(Math.round(view.progress * 100)).padStart(3)} % ${step}\n`);
    shown = step;
    if (view.state !== 'running') {
      if (view.receipt !== null) return view.receipt;
      throw failureOf(view);
    }
    await pause(ASK_EVERY);
  }
}

function failureOf({ error }: JobView): Error {
  const code = errorCodes.find((known) => known === error?.code) ?? 'internal';
  return new WorkbookError(
    code,
    error?.message ?? 'The work ended without a result. The log has the details.',
  );
}
