import path from 'node:path';
import type { Command } from './command.ts';
import { consolidate } from './consolidate.ts';
import { handOver } from './handOver.ts';
import { withProgram, withWorkbook } from './program.ts';
import { secretFromFile } from './secretFromFile.ts';
import { exitStatus, printResult } from './terminal.ts';
import { waitForJob } from './waitForJob.ts';

const optional = (value: string) => ({ value, required: false }) as const;
const plain = { options: {}, flags: {} } as const;

/** Packets out and in, conflicts, and the state to compare two workbooks with. */
export const consolidationCommands: readonly Command[] = [
  {
    name: 'new-from-packet',
    purpose:
      'Makes a copy of the workbook that a packet comes from, in a new folder, and prints what it holds.',
    takesFolder: false,
    options: {
      packet: { value: 'FILE.cjpacket', required: true },
      into: { value: 'FOLDER', required: true },
      author: optional('NAME'),
      'passphrase-file': optional('FILE'),
    },
    flags: {},
    run: (given, terminal) =>
      withProgram(terminal, async ({ ask }) => {
        const { workbook } = await ask('create-from-packet', {
          path: path.resolve(given.option('packet')),
          folder: path.resolve(given.option('into')),
          author: given.option('author'),
          passphrase: secretFromFile(given, 'passphrase-file'),
        });
        printResult(terminal, workbook);
        return exitStatus.done;
      }),
  },
  {
    name: 'hand-over',
    purpose:
      'Writes a packet, reads it back and prints the receipt. Without a passphrase file it makes a passphrase and says it on standard error; --plain writes one that anybody can read.',
    takesFolder: true,
    options: {
      to: { value: 'FILE.cjpacket', required: true },
      'passphrase-file': optional('FILE'),
      partner: optional('NAME'),
    },
    flags: {
      plain: 'Do not encrypt it; its name must end in “not encrypted.cjpacket”.',
      'since-last': 'Only what was not in the packet that was taken in last: for whoever sent that one.',
      'without-attachments': 'Leave attached files out.',
      replace: 'Write over a file that is there.',
    },
    run: handOver,
  },
  {
    name: 'consolidate',
    purpose:
      'Takes packets in: checks them, makes a backup, takes everything in at once and prints the receipt. --preview prints what would happen and changes nothing.',
    takesFolder: true,
    takesFiles: true,
    options: { 'passphrase-file': optional('FILE') },
    flags: { preview: 'Change nothing.' },
    run: consolidate,
  },
  {
    name: 'conflicts',
    purpose: 'Prints every field with more than one live value.',
    takesFolder: true,
    ...plain,
    run: (given, terminal) =>
      withWorkbook(given, terminal, async ({ ask }) => {
        const page = await ask('list-conflicts', { limit: 1_000 });
        const conflicts = [...page.conflicts];
        while (conflicts.length < page.total) {
          conflicts.push(
            ...(await ask('list-conflicts', { offset: conflicts.length, limit: 1_000 })).conflicts,
          );
        }
        printResult(terminal, { total: page.total, conflicts });
        return exitStatus.done;
      }),
  },
  {
    name: 'undo-consolidation',
    purpose: 'Undoes the last consolidation that stands, and prints what was set aside.',
    takesFolder: true,
    ...plain,
    run: (given, terminal) =>
      withWorkbook(given, terminal, async (program) => {
        const { job } = await program.ask('start-undo-consolidation', {});
        printResult(terminal, await waitForJob(program, job, terminal));
        return exitStatus.done;
      }),
  },
  {
    name: 'state',
    purpose:
      'Prints all that is live, in one order, and its SHA-256, to compare two workbooks with. --short leaves the entries out.',
    takesFolder: true,
    options: {},
    flags: { short: 'The SHA-256 and the counts only.' },
    run: (given, terminal) =>
      withWorkbook(given, terminal, async ({ ask }) => {
        const { lines, ...about } = await ask('read-state', { lines: !given.flag('short') });
        const state: unknown[] = lines.map((line) => JSON.parse(line));
        printResult(terminal, given.flag('short') ? about : { ...about, state });
        return exitStatus.done;
      }),
  },
];
