import { workerData } from 'node:worker_threads';
import { answerOnThread } from '../../threads/answerOnThread.ts';
import { exportSnapshot } from './exportSnapshot.ts';
import { exportTaskSchema } from './exportTask.ts';

const task = exportTaskSchema.parse(workerData);
void answerOnThread(({ report, signal }) => exportSnapshot(task, { signal, onProgress: report }));
