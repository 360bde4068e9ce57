import path from 'node:path';
import { PARTNERSHIP_VOICE } from '../../shared/domain/entityIdentity.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Given } from './command.ts';
import { partnerNamed } from './partnerNamed.ts';
import { withWorkbook, type Program } from './program.ts';
import { secretFromFile } from './secretFromFile.ts';
import { exitStatus, printResult, type ExitStatus, type Terminal } from './terminal.ts';
import { waitForJob } from './waitForJob.ts';

/** Writes a workbook to fill in and prints its receipt. */
export function returnCopy(given: Given, terminal: Terminal): Promise<ExitStatus> {
  return withWorkbook(given, terminal, async (program) => {
    const name = given.option('partner');
    const password = secretFromFile(given, 'password-file');
    const { job } = await program.ask('start-return-copy', {
      path: path.resolve(given.option('to')),
      replace: given.flag('replace'),
      ...(name === '' ? {} : { partner: await voiceNamed(program, name) }),
      ...(password === undefined ? {} : { password }),
    });
    if (job === null) throw new WorkbookError('cancelled', 'No place was given to write to.');
    printResult(terminal, await waitForJob(program, job, terminal));
    return exitStatus.done;
  });
}

async function voiceNamed(program: Program, name: string): Promise<string> {
  return name === PARTNERSHIP_VOICE ? name : partnerNamed(program, name);
}
