import { execFileSync } from 'node:child_process';

/** Whether this computer can trace system calls. */
export function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
