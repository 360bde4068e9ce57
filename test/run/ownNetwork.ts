import { spawnSync } from 'node:child_process';

import type { Command } from './stage.ts';

const loopbackUp = 'ip link set lo up';

/** The same command in a network of its own, which has 127.0.0.1 and no way out. */
export function inOwnNetwork(command: Command): Command {
  return ['unshare', '-n', 'sh', '-c', `${loopbackUp} && exec "$@"`, 'sh', ...command];
}

/** Why no program can be traced in a network of its own on this machine, or null. */
export function reasonForNoOwnNetwork(): string | null {
  if (process.platform !== 'linux') return 'only Linux has networks for one program';
  const [program, ...rest] = inOwnNetwork(['strace', '-f', '-o', '/dev/null', '-e', 'trace=network', 'true']);
  const tried = spawnSync(program, rest, { stdio: 'ignore' });
  return tried.status === 0 ? null : 'no strace, no ip, or no right to use unshare';
}
