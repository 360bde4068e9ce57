import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { PlantedFault } from '../plantedFault.ts';
import { parseTrace } from './parseTrace.ts';
import { tracedNames, type TracedCall } from './tracedCall.ts';

const run = promisify(execFile);

/** Runs a program under strace and answers the system calls that touched `folder`, in their order. Needs strace. */
export async function traceProgram(options: {
  /** Where the trace may be written. */
  readonly root: string;
  readonly folder: string;
  /** The file that Node runs, and what it is given. */
  readonly program: readonly string[];
  readonly fault: PlantedFault;
  /** After how many pages the store checkpoints, where that is not to be left to it. */
  readonly checkpointPages?: number;
}): Promise<readonly TracedCall[]> {
  const { root, folder, program, fault, checkpointPages } = options;
  const output = path.join(root, 'trace');
  const strace = ['-f', '-y', '-xx', '-s', '2000000', '-e', `trace=${tracedNames.join(',')}`, '-o', output];
  const env = { ...process.env, PROOF_FAULT: fault };
  await run('strace', [...strace, process.execPath, ...program], {
    env: checkpointPages === undefined ? env : { ...env, PROOF_CHECKPOINT_PAGES: String(checkpointPages) },
  });
  // Line by line, as all of it may be longer than a text can be.
  return parseTrace(createInterface({ input: createReadStream(output, 'latin1') }), folder);
}
