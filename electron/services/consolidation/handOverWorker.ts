import { workerData } from 'node:worker_threads';
import { handOverTaskSchema } from './handOverTask.ts';
import { answerInWorker } from './workerTask.ts';
import { writeHandOver } from './writeHandOver.ts';

const task = handOverTaskSchema.parse(workerData);
void answerInWorker((report) => writeHandOver(task, report));
