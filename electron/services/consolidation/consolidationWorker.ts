import { workerData } from 'node:worker_threads';
import { checkedAgainstSchema, packetCheckSchema } from './checkedPackets.ts';
import { checkPackets } from './checkPackets.ts';
import { answerOnThread } from '../../threads/answerOnThread.ts';

const check = packetCheckSchema.parse(workerData);
void answerOnThread(({ report, later }) =>
  checkPackets(
    check,
    later.then((snapshot) => checkedAgainstSchema.parse(snapshot)),
    report,
  ),
);
