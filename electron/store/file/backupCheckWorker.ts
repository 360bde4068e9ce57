import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { checkBackupFile } from './checkBackupFile.ts';

const { file } = z.strictObject({ file: z.string() }).parse(workerData);

try {
  parentPort?.postMessage({ seal: checkBackupFile(file) });
} catch (cause) {
  if (!(cause instanceof WorkbookError)) throw cause;
  parentPort?.postMessage({ damaged: cause.message });
}
