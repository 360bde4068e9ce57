import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { answerOnThread, type ThreadControl } from '../../electron/threads/answerOnThread.ts';

const doing = z
  .enum([
    'answer',
    'refuse',
    'break',
    'hang',
    'sleep',
    'hoard',
    'stop when asked',
    'linger',
    'say nothing',
    'answer what comes later',
  ])
  .parse(workerData);

if (doing !== 'say nothing') void answerOnThread(work);

/** One of the ways in which a thread's work goes. */
async function work({ report, signal, later }: ThreadControl): Promise<unknown> {
  report(0.5, 'Half-way');
  switch (doing) {
    case 'refuse':
      throw new WorkbookError('disk-full', 'The disk is full.', { cause: new Error('ENOSPC') });
    case 'break':
      throw new TypeError('A fault');
    case 'hang':
      for (;;);
    case 'sleep':
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      return 'answered';
    case 'hoard': {
      const kept: string[] = [];
      for (;;) kept.push(`something new ${kept.length}`.repeat(100));
    }
    case 'stop when asked':
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      throw new WorkbookError('cancelled', 'The work stopped tidily.');
    case 'answer what comes later':
      return later;
    case 'linger':
      setInterval(() => {}, 1_000);
      return 'answered';
    default:
      return 'answered';
  }
}
