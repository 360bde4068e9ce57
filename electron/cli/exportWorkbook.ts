import path from 'node:path';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Given } from './command.ts';
import { withWorkbook } from './program.ts';
import { secretFromFile } from './secretFromFile.ts';
import { exitStatus, printResult, type ExitStatus, type Terminal } from './terminal.ts';
import { waitForJob } from './waitForJob.ts';

/** Writes the Excel workbook and prints the receipt. */
export function exportWorkbook(given: Given, terminal: Terminal): Promise<ExitStatus> {
  return withWorkbook(given, terminal, async (program) => {
    const password = secretFromFile(given, 'password-file');
    const { job } = await program.ask('start-export', {
      path: path.resolve(given.option('to')),
      replace: given.flag('replace'),
      ...(password === undefined ? {} : { password }),
    });
    if (job === null) throw new WorkbookError('cancelled', 'No place was given to write to.');
    printResult(terminal, await waitForJob(program, job, terminal));
    return exitStatus.done;
  });
}
