import { workerData } from 'node:worker_threads';
import { notTakenModel } from '../../../shared/domain/consolidation/notTakenModel.ts';
import { readBack } from '../../excel/readBack.ts';
import { writeWorkbook } from '../../excel/writeWorkbook.ts';
import { notTakenTaskSchema } from './notTakenTask.ts';
import { answerOnThread } from '../../threads/answerOnThread.ts';

const { about, rows, partPath } = notTakenTaskSchema.parse(workerData);
void answerOnThread(async ({ report }) => {
  const model = notTakenModel(about, rows);
  report(0.1, 'Writing the sheet');
  const receipt = await writeWorkbook(model, partPath);
  report(0.6, 'Checking the finished file');
  await readBack(partPath, model, receipt);
  return { ...receipt };
});
