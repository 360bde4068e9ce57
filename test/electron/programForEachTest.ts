import { afterEach, beforeEach } from 'vitest';

import { kill, type RunningWorkbook, startWorkbook, temporaryFolder } from './runningWorkbook.ts';

export type ProgramOfTest = {
  /** A test that starts the program again puts the new one here, so that it is ended too. */
  running: RunningWorkbook;
  /** The data folder: empty when the test begins, gone after it. */
  folder: string;
};

/** The built program in a real Electron, started for each test of a file with a data folder of its own. */
export function programForEachTest(): ProgramOfTest {
  // Both are there before a test begins; vitest has no way to hand them over at the call.
  const program = {} as ProgramOfTest;
  let remove: () => void = () => undefined;
  beforeEach(async () => {
    ({ folder: program.folder, remove } = temporaryFolder());
    program.running = await startWorkbook(program.folder);
  });
  afterEach(async () => {
    await kill(program.running);
    remove();
  });
  return program;
}
