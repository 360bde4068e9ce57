import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { answerOnThread } from '../../threads/answerOnThread.ts';
import { checkQuickly } from './checkQuickly.ts';
import { openSnapshot } from './snapshot.ts';

const { snapshot } = z.strictObject({ snapshot: z.string() }).parse(workerData);

void answerOnThread(() => {
  const database = openSnapshot(snapshot);
  try {
    checkQuickly(database);
    return true;
  } catch (cause) {
    if (cause instanceof WorkbookError && cause.code === 'damaged') return false;
    throw cause;
  } finally {
    database.close();
  }
});
