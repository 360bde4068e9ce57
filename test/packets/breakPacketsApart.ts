import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ProofReport } from '../proof/proofReport.ts';
import { breakingAnswerSchema, type BreakingAnswer, type BreakingOrder } from './breakingOrder.ts';

const run = promisify(execFile);
const breakingProgram = fileURLToPath(new URL('breakingProgram.ts', import.meta.url));

/** No packet may take longer, in milliseconds, and the program no more memory, in megabytes. */
const LONGEST = 10_000;
const MOST_MEMORY = 512;
/** More than anybody checks in a sitting. */
const A_PROCESS = 250;

/**
 * Every hostile packet, and `random` broken by chance, in processes of their own. The memory of those that run the program
 * counts; the check alone runs beside what makes the packets.
 */
export async function breakPacketsApart(
  name: string,
  { random, seed, inProgram }: Omit<BreakingOrder, 'hostile'>,
  onPacket: (done: number) => void = () => {},
): Promise<ProofReport> {
  const answers: BreakingAnswer[] = [];
  for (let from = 0; from < random; from += A_PROCESS) {
    const some = Math.min(A_PROCESS, random - from);
    answers.push(await breakSome({ random: some, seed: seed + from, hostile: from === 0, inProgram }));
    onPacket(from + some);
  }
  const sum = (of: (answer: BreakingAnswer) => number): number =>
    answers.reduce((all, answer) => all + of(answer), 0);
  const most = (of: (answer: BreakingAnswer) => number): number => Math.round(Math.max(...answers.map(of)));
  const [slowest, megabytes] = [
    most(({ slowestMilliseconds }) => slowestMilliseconds),
    most((answer) => answer.megabytes),
  ];
  const failures = answers.flatMap(({ wrong }) => wrong);
  if (slowest > LONGEST) failures.push(`one took ${slowest} ms`);
  if (inProgram && megabytes > MOST_MEMORY) failures.push(`it took ${megabytes} MB`);
  return {
    name,
    seed,
    passed: failures.length === 0,
    counts: {
      packets: sum(({ tried }) => tried),
      refused: sum(({ refused }) => refused),
      'read right': sum(({ readRight }) => readRight),
      'slowest, ms': slowest,
      ...(inProgram ? { 'most memory, MB': megabytes } : {}),
    },
    failures,
  };
}

async function breakSome(order: BreakingOrder): Promise<BreakingAnswer> {
  const { stdout } = await run(process.execPath, [breakingProgram, JSON.stringify(order)], {
    maxBuffer: 2 ** 26,
  });
  return breakingAnswerSchema.parse(JSON.parse(stdout));
}
