import type { Given } from './command.ts';
import { withProgram } from './program.ts';
import { exitStatus, printResult, type ExitStatus, type Terminal } from './terminal.ts';
import { waitForJob } from './waitForJob.ts';

/** Checks the whole workbook and prints what was counted and what does not agree; exit status 1 when anything does not. */
export function verifyWorkbook(given: Given, terminal: Terminal): Promise<ExitStatus> {
  return withProgram(terminal, async (program) => {
    await program.ask('open-workbook', { folder: given.folder });
    const { job } = await program.ask('start-verification', {});
    const { counts, notes } = await waitForJob(program, job, terminal);
    const sound = notes.length === 0;
    printResult(terminal, { sound, counts, problems: notes });
    if (sound) return exitStatus.done;
    terminal.message(
      `The workbook is not sound: ${notes.length} things do not agree. Its backups are in its folder “backups”.\n`,
    );
    return exitStatus.failed;
  });
}
