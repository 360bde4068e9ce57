import path from 'node:path';
import type { HandOverPart } from '../../shared/api/views/consolidationView.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Given } from './command.ts';
import { packetPassphrase } from './packetPassphrase.ts';
import { partnerNamed } from './partnerNamed.ts';
import { withWorkbook, type Program } from './program.ts';
import { exitStatus, printResult, type ExitStatus, type Terminal } from './terminal.ts';
import { waitForJob } from './waitForJob.ts';

/** Writes a packet and prints its receipt. */
export function handOver(given: Given, terminal: Terminal): Promise<ExitStatus> {
  return withWorkbook(given, terminal, async (program) => {
    const part = await partOf(given, program);
    const { passphrase, isProposed } = await packetPassphrase(given, program, part);
    const { job } = await program.ask('start-hand-over', {
      part,
      attachments: !given.flag('without-attachments'),
      passphrase,
      path: path.resolve(given.option('to')),
      replace: given.flag('replace'),
    });
    if (job === null) throw new WorkbookError('cancelled', 'No place was given to write to.');
    const receipt = await waitForJob(program, job, terminal);
    if (isProposed) terminal.message(`Passphrase, kept nowhere: ${passphrase}\n`);
    printResult(terminal, receipt);
    return exitStatus.done;
  });
}

async function partOf(given: Given, program: Program): Promise<HandOverPart> {
  const name = given.option('partner');
  if (name === '') return { kind: given.flag('since-last') ? 'since' : 'everything' };
  if (given.flag('since-last'))
    throw new WorkbookError('invalid-input', 'Give --partner or --since-last, not both.');
  return { kind: 'partner', partner: await partnerNamed(program, name) };
}
