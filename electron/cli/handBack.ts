import path from 'node:path';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Given } from './command.ts';
import { packetPassphrase } from './packetPassphrase.ts';
import { withWorkbook } from './program.ts';
import { exitStatus, printResult, type ExitStatus, type Terminal } from './terminal.ts';
import { waitForJob } from './waitForJob.ts';

/** Writes a packet and a note for everybody who contributed, and prints the receipt. */
export function handBack(given: Given, terminal: Terminal): Promise<ExitStatus> {
  return withWorkbook(given, terminal, async (program) => {
    const { contributors } = await program.ask('list-contributors', {});
    if (contributors.length === 0)
      throw new WorkbookError(
        'not-found',
        'Nothing has been brought together yet: there is nobody to hand back to.',
      );
    const { passphrase, isProposed } = await packetPassphrase(given, program, { kind: 'everything' });
    const { job } = await program.ask('start-hand-back', {
      contributors: contributors.map(({ replica, author }) => ({ replica, author })),
      attachments: !given.flag('without-attachments'),
      passphrase,
      folder: path.resolve(given.option('to')),
    });
    if (job === null) throw new WorkbookError('cancelled', 'No place was given to write to.');
    const receipt = await waitForJob(program, job, terminal);
    if (isProposed) terminal.message(`Passphrase, kept nowhere: ${passphrase}\n`);
    printResult(terminal, receipt);
    return exitStatus.done;
  });
}
