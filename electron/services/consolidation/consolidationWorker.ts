import { workerData } from 'node:worker_threads';
import { packetCheckSchema } from './checkedPackets.ts';
import { checkPackets } from './checkPackets.ts';
import { answerInWorker } from './workerTask.ts';

const check = packetCheckSchema.parse(workerData);
void answerInWorker((report) => checkPackets(check, report));
