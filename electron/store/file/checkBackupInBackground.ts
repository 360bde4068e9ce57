import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { backupSealSchema, type BackupSeal } from './backupSeal.ts';

const answerSchema = z.union([
  z.strictObject({ seal: backupSealSchema }),
  z.strictObject({ damaged: z.string() }),
]);

/**
 * `checkBackupFile` on a thread of its own, so that a large workbook can be written in meanwhile.
 *
 * @throws WorkbookError `damaged`.
 */
export function checkBackupInBackground(file: string): Promise<BackupSeal> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./backupCheckWorker.ts', import.meta.url), { workerData: { file } });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The check of the backup ended without an answer')));
    worker.once('message', (message: unknown) => {
      const answer = answerSchema.parse(message);
      if ('seal' in answer) resolve(answer.seal);
      else reject(new WorkbookError('damaged', answer.damaged));
    });
  });
}
