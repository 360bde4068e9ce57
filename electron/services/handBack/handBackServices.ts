import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Ports } from '../ports.ts';
import { refusePathFromPage } from '../refusePathFromPage.ts';
import { refuseWithinWorkbook } from '../refuseWithinWorkbook.ts';
import type { Services } from '../services.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import { listContributors } from './listContributors.ts';
import { listHandBack, readHandBack } from './readHandBack.ts';
import { writeHandBack } from './writeHandBack.ts';

/** What goes back to those who contributed. */
export function handBackServices(parts: {
  readonly ports: Ports;
  readonly keeper: WorkbookKeeper;
  readonly jobs: Jobs;
}): Pick<Services, 'list-contributors' | 'read-hand-back' | 'list-hand-back' | 'start-hand-back'> {
  const { ports, keeper, jobs } = parts;

  return {
    'list-contributors': () => ({ contributors: listContributors(keeper.current()) }),
    'read-hand-back': ({ replica, author }) => readHandBack(keeper.current(), replica, author),
    'list-hand-back': (input) => listHandBack(keeper.current(), input),
    'start-hand-back': async ({ contributors: wanted, attachments, passphrase, folder: given }) => {
      const workbook = keeper.current();
      refusePathFromPage(ports, given);
      const known = listContributors(workbook);
      const contributors = known.filter(({ replica, author }) =>
        wanted.some((one) => one.replica === replica && one.author === author),
      );
      if (contributors.length < wanted.length)
        throw new WorkbookError(
          'not-found',
          'Nothing has been taken in from one of them. Look at the list again.',
        );
      const chosen = given ?? (await ports.dialogs.chooseFolder('Choose a folder for the packets and notes'));
      if (chosen === null) return { job: null };
      const folder = path.resolve(chosen);
      refuseWithinWorkbook(workbook.folder, folder);
      const order = { contributors, attachments, passphrase, folder };
      return { job: jobs.start('hand-back', (control) => writeHandBack(workbook, order, control)) };
    },
  };
}
