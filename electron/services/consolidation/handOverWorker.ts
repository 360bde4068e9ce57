import { workerData } from 'node:worker_threads';
import { handOverTaskSchema } from './handOverTask.ts';
import { answerOnThread } from '../../threads/answerOnThread.ts';
import { writeHandOver } from './writeHandOver.ts';

const task = handOverTaskSchema.parse(workerData);
void answerOnThread(({ report }) => writeHandOver(task, report));
