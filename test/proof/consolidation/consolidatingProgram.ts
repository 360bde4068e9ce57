// The child process of the kill proof: takes one packet into a workbook through the program's own services, and writes a
// line to standard output when the preview is done and when everything is. The parent kills it.
import '../plantedFault.ts';

import { writeSync } from 'node:fs';
import { z } from 'zod';
import { waitForJob } from '../../../electron/cli/waitForJob.ts';
import { withProgram } from '../../../electron/cli/program.ts';

const { folder, dataFolder, packet } = z
  .strictObject({ folder: z.string(), dataFolder: z.string(), packet: z.string() })
  .parse(JSON.parse(process.argv[2] ?? ''));

const terminal = { dataFolder, result: () => {}, message: () => {} };
await withProgram(terminal, async (program) => {
  await program.ask('open-workbook', { folder });
  const { job } = await program.ask('start-consolidation-preview', { paths: [packet] });
  await waitForJob(program, job ?? '', terminal);
  const { preview } = await program.ask('read-consolidation-preview', { job: job ?? '' });
  writeSync(1, 'checked\n');
  const started = await program.ask('start-consolidation', { preview });
  await waitForJob(program, started.job, terminal);
  writeSync(1, 'done\n');
});
