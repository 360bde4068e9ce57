import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Ports } from '../ports.ts';
import { refusePathFromPage } from '../refusePathFromPage.ts';
import { refuseWithinWorkbook } from '../refuseWithinWorkbook.ts';
import type { Services } from '../services.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import { makeReturnCopy } from './makeReturnCopy.ts';
import { returnSourceOf } from './returnSourceOf.ts';

/** Workbooks to fill in. Reading them back is part of a consolidation; see `readReturnWorkbook`. */
export function returningServices(parts: {
  readonly ports: Ports;
  readonly keeper: WorkbookKeeper;
  readonly jobs: Jobs;
}): Pick<Services, 'start-return-copy'> {
  const { ports, keeper, jobs } = parts;

  return {
    'start-return-copy': async ({ path: given, replace = false, password = '', ...order }) => {
      const workbook = keeper.current();
      refusePathFromPage(ports, given);
      // What comes back names the changes that stand in the file as what it goes on from.
      workbook.changes.seal();
      const source = returnSourceOf(workbook, order);
      const target =
        given ??
        (await ports.dialogs.chooseSavePath(
          'Save a workbook to fill in',
          suggestedName(source.voiceName, source.round),
        ));
      if (target === null) return { job: null };
      refuseOtherKind(target);
      refuseWithinWorkbook(workbook.folder, target);
      const job = jobs.start('return-copy', async (control) => {
        // Again, for what was typed while the dialog was open.
        workbook.changes.seal();
        // The host's own dialog has asked already whether the file may be replaced.
        const file = { target, replace: replace || given === undefined, password };
        const receipt = await makeReturnCopy(source, file, control);
        return { ...receipt, finishedAt: ports.clock.now().toISOString() };
      });
      return { job };
    },
  };
}

function suggestedName(voiceName: string, round: string): string {
  return `${`To fill in ${voiceName} ${round}`
    .replace(/[^\p{L}\p{N} ,.-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)}.xlsx`;
}

function refuseOtherKind(target: string): void {
  if (path.extname(target).toLowerCase() === '.xlsx') return;
  throw new WorkbookError('file-kind', 'The name of the file has to end in .xlsx.');
}
