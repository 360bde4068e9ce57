import { workerData } from 'node:worker_threads';
import { answerOnThread } from '../../threads/answerOnThread.ts';
import { returnCopyTaskSchema } from './returnCopyTask.ts';
import { writeReturnFile } from './writeReturnFile.ts';

const task = returnCopyTaskSchema.parse(workerData);
void answerOnThread(() => writeReturnFile(task));
