import path from 'node:path';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Given } from './command.ts';
import { withProgram } from './program.ts';
import { secretFromFile } from './secretFromFile.ts';
import { exitStatus, printResult, type ExitStatus, type Terminal } from './terminal.ts';
import { waitForJob } from './waitForJob.ts';

/** Writes a packet and a note for everybody who contributed, and prints the receipt. */
export function handBack(given: Given, terminal: Terminal): Promise<ExitStatus> {
  return withProgram(terminal, async (program) => {
    await program.ask('open-workbook', { folder: given.folder });
    const own = secretFromFile(given, 'passphrase-file');
    if (own !== undefined && given.flag('plain'))
      throw new WorkbookError('invalid-input', 'Give --plain or --passphrase-file, not both.');
    const { contributors } = await program.ask('list-contributors', {});
    if (contributors.length === 0)
      throw new WorkbookError(
        'not-found',
        'Nothing has been brought together yet: there is nobody to hand back to.',
      );
    const { passphrase: proposed } = await program.ask('read-hand-over', { part: { kind: 'everything' } });
    const passphrase = given.flag('plain') ? null : (own ?? proposed);
    const { job } = await program.ask('start-hand-back', {
      contributors: contributors.map(({ replica, author }) => ({ replica, author })),
      attachments: !given.flag('without-attachments'),
      passphrase,
      folder: path.resolve(given.option('to')),
    });
    if (job === null) throw new WorkbookError('cancelled', 'No place was given to write to.');
    const receipt = await waitForJob(program, job, terminal);
    if (passphrase === proposed) terminal.message(`Passphrase, kept nowhere: ${passphrase}\n`);
    printResult(terminal, receipt);
    return exitStatus.done;
  });
}
