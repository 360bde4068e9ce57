// The child process of the proof of broken packets: breaks some and checks them, and prints what came of it together with
// the most memory that it had.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { breakPackets } from './breakPackets.ts';
import { breakPacketsInTheProgram } from './breakPacketsInTheProgram.ts';
import { breakingOrderSchema } from './breakingOrder.ts';

const { random, seed, inProgram, hostile } = breakingOrderSchema.parse(JSON.parse(process.argv[2] ?? ''));
const folder = mkdtempSync(path.join(tmpdir(), 'proof-packets-'));
try {
  const breaking = inProgram ? breakPacketsInTheProgram : breakPackets;
  const report = await breaking(folder, random, seed, hostile);
  process.stdout.write(JSON.stringify({ ...report, megabytes: mostMegabytes() }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The usual count begins, on Linux, with that of the process that started this one. */
function mostMegabytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}
