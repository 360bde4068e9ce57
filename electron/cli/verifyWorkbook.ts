import type { Given } from './command.ts';
import { withWorkbook } from './program.ts';
import { exitStatus, printResult, type ExitStatus, type Terminal } from './terminal.ts';
import { waitForJob } from './waitForJob.ts';

/** Checks the whole workbook and prints what was counted and what does not agree; exit status 1 when anything does not. */
export function verifyWorkbook(given: Given, terminal: Terminal): Promise<ExitStatus> {
  return withWorkbook(given, terminal, async (program) => {
    const { job } = await program.ask('start-verification', {});
    const { counts, notes } = await waitForJob(program, job, terminal);
    const sound = notes.length === 0;
    printResult(terminal, { sound, counts, problems: notes });
    if (sound) return exitStatus.done;
    const what = notes.length === 1 ? '1 thing does' : `${notes.length} things do`;
    terminal.message(
      `The workbook is not sound: ${what} not agree. Its backups are in its folder “backups”.\n`,
    );
    return exitStatus.failed;
  });
}
