import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { answerOnThread } from '../../threads/answerOnThread.ts';
import { checkBackupFile } from './checkBackupFile.ts';

const { file } = z.strictObject({ file: z.string() }).parse(workerData);
void answerOnThread(({ later }) => later.then(() => checkBackupFile(file)));
