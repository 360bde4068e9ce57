import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { withProgram, type Program } from '../../../electron/cli/program.ts';
import { waitForJob } from '../../../electron/cli/waitForJob.ts';
import type { JobView } from '../../../shared/api/views/workbookView.ts';
import type { HandOverPart } from '../../../shared/api/views/consolidationView.ts';
import type { SeededRandom } from '../seededRandom.ts';

export const PASSPHRASE = 'salad-anchor-ribbon-oxygen-tiger-velvet';

/** What can be done while the program runs. */
export type Sitting = Pick<Program, 'ask'> & {
  /** Waits for a job and answers its receipt. */
  readonly finish: (job: string | null) => Promise<NonNullable<JobView['receipt']>>;
  /** Writes a packet to a file; without a passphrase its name has to say so. */
  readonly handOver: (file: string, part?: HandOverPart, passphrase?: string) => Promise<string>;
  /** Takes packets in together. @throws when one of them is neither new nor known. */
  readonly takeIn: (files: readonly string[]) => Promise<void>;
};

/** A laptop with the whole program but its window, started for each sitting, and a clock of its own. */
export type ProgramLaptop = ReturnType<typeof programLaptop>;

/** Its workbook and the program's own files lie below `home`. */
export function programLaptop(name: string, home: string, random: SeededRandom) {
  const folder = path.join(home, 'workbook');
  const dataFolder = path.join(home, 'data');
  mkdirSync(dataFolder, { recursive: true });
  let now = 1_780_000_000_000 + (random.below(20 * 365) - 10 * 365) * 86_400_000;
  const hexOf = (bytes: number): string =>
    Array.from({ length: bytes }, () => random.below(256).toString(16).padStart(2, '0')).join('');
  const terminal = {
    dataFolder,
    result: () => {},
    message: () => {},
    ports: { clock: { now: () => new Date((now += 1_000)) }, ids: { randomHex: hexOf } },
  };

  async function run<Result>(work: (sitting: Sitting) => Promise<Result>): Promise<Result> {
    return withProgram(terminal, (program) => work(sitting(program)));
  }

  function sitting(program: Program): Sitting {
    const { ask } = program;
    const finish = (job: string | null) => waitForJob(program, job ?? '', terminal);
    return {
      ask,
      finish,
      async handOver(file, part = { kind: 'everything' }, passphrase) {
        const order = { part, attachments: true, passphrase: passphrase ?? null, path: file };
        await finish((await ask('start-hand-over', order)).job);
        return file;
      },
      async takeIn(files) {
        const order = { paths: [...files], passphrases: [PASSPHRASE] };
        const { job } = await ask('start-consolidation-preview', order);
        await finish(job);
        const { preview, sources } = await ask('read-consolidation-preview', { job: job ?? '' });
        const odd = sources.find(({ state }) => state !== 'ready' && state !== 'known');
        if (odd !== undefined) throw new Error(`${odd.name} was not taken: ${odd.sentence}`);
        if (sources.every(({ state }) => state === 'known')) return;
        await finish((await ask('start-consolidation', { preview })).job);
      },
    };
  }

  return {
    name,

    /** The first sitting: a new workbook. */
    create: <Result>(work: (sitting: Sitting) => Promise<Result>) =>
      run(async (here) => {
        const about = { partnership: 'Proved Partnership', round: '2026', author: name, folder };
        await here.ask('create-workbook', about);
        return work(here);
      }),

    /** The first sitting: a copy of somebody's workbook, out of a packet. */
    begin: <Result>(packet: string, work: (sitting: Sitting) => Promise<Result>) =>
      run(async (here) => {
        const from = { path: packet, passphrase: PASSPHRASE, author: name, folder };
        await here.ask('create-from-packet', from);
        return work(here);
      }),

    /** Any later sitting. */
    sit: <Result>(work: (sitting: Sitting) => Promise<Result>) =>
      run(async (here) => {
        await here.ask('open-workbook', { folder });
        return work(here);
      }),
  };
}
