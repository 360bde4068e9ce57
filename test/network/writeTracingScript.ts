import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a script that runs a command with the script's arguments and notes each of its calls to the network in a file.
 * Only these calls stop for the tracer (`--seccomp-bpf`): the fewer do, the less often a program hangs in it.
 *
 * @param command in the shell's words, such as `"$ELECTRON_PATH"`
 */
export function writeTracingScript(
  folder: string,
  command: string,
): { readonly script: string; readonly trace: string } {
  const script = path.join(folder, 'traced.sh');
  const trace = path.join(folder, 'trace.txt');
  writeFileSync(
    script,
    `#!/bin/sh\nexec strace -f -qq --seccomp-bpf -o '${trace}' -e trace=network ${command} "$@"\n`,
  );
  chmodSync(script, 0o755);
  return { script, trace };
}
