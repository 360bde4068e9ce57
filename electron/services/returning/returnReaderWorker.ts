import { workerData } from 'node:worker_threads';
import { answerOnThread } from '../../threads/answerOnThread.ts';
import { readingAnswerOf, readingTaskSchema } from './returnedWorkbook.ts';
import { readReturnedFile } from './readReturnedFile.ts';

const task = readingTaskSchema.parse(workerData);
void answerOnThread(async ({ report }) =>
  readingAnswerOf(await readReturnedFile(task, () => report(0, 'Trying the passwords'))),
);
