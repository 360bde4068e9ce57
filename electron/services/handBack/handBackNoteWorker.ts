import { writeFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { checkDocument } from '../../documents/checkDocument.ts';
import { writeDocument } from '../../documents/writeDocument.ts';
import { answerOnThread } from '../../threads/answerOnThread.ts';
import { handBackTaskSchema } from './handBackTask.ts';

const { notes } = handBackTaskSchema.parse(workerData);

void answerOnThread(async ({ report }) => {
  let bytes = 0;
  for (const [index, { target, model }] of notes.entries()) {
    report(index / notes.length, 'Writing the notes');
    const written = await writeDocument(model);
    checkDocument(written, model);
    writeFileSync(target, written, { flag: 'wx', mode: 0o600, flush: true });
    bytes += written.length;
  }
  return { bytes };
});
