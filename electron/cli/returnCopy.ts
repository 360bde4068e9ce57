import path from 'node:path';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Given } from './command.ts';
import { withProgram } from './program.ts';
import { secretFromFile } from './secretFromFile.ts';
import { exitStatus, printResult, type ExitStatus, type Terminal } from './terminal.ts';
import { waitForJob } from './waitForJob.ts';

/** Writes a workbook to fill in and prints its receipt. */
export function returnCopy(given: Given, terminal: Terminal): Promise<ExitStatus> {
  return withProgram(terminal, async (program) => {
    await program.ask('open-workbook', { folder: given.folder });
    const partner = given.option('partner');
    const password = secretFromFile(given, 'password-file');
    const { partners } = await program.ask('read-catalogue', {});
    const { job } = await program.ask('start-return-copy', {
      path: path.resolve(given.option('to')),
      replace: given.flag('replace'),
      ...(partner === ''
        ? {}
        : { partner: partners.find(({ id, title }) => id === partner || title === partner)?.id ?? partner }),
      ...(password === undefined ? {} : { password }),
    });
    if (job === null) throw new WorkbookError('cancelled', 'No place was given to write to.');
    printResult(terminal, await waitForJob(program, job, terminal));
    return exitStatus.done;
  });
}
