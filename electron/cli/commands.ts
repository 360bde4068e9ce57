import path from 'node:path';
import { applyOperations } from './applyOperations.ts';
import type { Command } from './command.ts';
import { consolidationCommands } from './consolidationCommands.ts';
import { describeOperations } from './describeOperations.ts';
import { exportWorkbook } from './exportWorkbook.ts';
import { withProgram } from './program.ts';
import { handBack } from './handBack.ts';
import { returnCopy } from './returnCopy.ts';
import { exitStatus, printResult } from './terminal.ts';
import { verifyWorkbook } from './verifyWorkbook.ts';

const none = { options: {}, flags: {} } as const;
const required = (value: string) => ({ value, required: true }) as const;
const optional = (value: string) => ({ value, required: false }) as const;

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'example',
    purpose: 'Makes the example workbook in a new folder and prints what it holds.',
    takesFolder: false,
    options: { into: required('FOLDER') },
    flags: {},
    run: (given, terminal) =>
      withProgram(terminal, async ({ ask }) => {
        printResult(terminal, await ask('open-example', { folder: path.resolve(given.option('into')) }));
        return exitStatus.done;
      }),
  },
  {
    name: 'rehearsal',
    purpose:
      'Makes a workbook to practise bringing contributions together with, in a new folder; its folder “rehearsal” has the packets and the returned workbook. Prints what it holds.',
    takesFolder: false,
    options: { into: required('FOLDER') },
    flags: { afresh: 'Throw away the rehearsal that is there, and make it anew.' },
    run: (given, terminal) =>
      withProgram(terminal, async ({ ask }) => {
        const folder = path.resolve(given.option('into'));
        printResult(terminal, await ask('open-rehearsal', { folder, afresh: given.flag('afresh') }));
        return exitStatus.done;
      }),
  },
  {
    name: 'new',
    purpose: 'Makes an empty workbook in a new folder.',
    takesFolder: false,
    options: {
      into: required('FOLDER'),
      partnership: required('NAME'),
      round: required('ROUND'),
      author: optional('NAME'),
    },
    flags: {},
    run: (given, terminal) =>
      withProgram(terminal, async ({ ask }) => {
        const workbook = await ask('create-workbook', {
          folder: path.resolve(given.option('into')),
          partnership: given.option('partnership'),
          round: given.option('round'),
          author: given.option('author'),
        });
        printResult(terminal, workbook);
        return exitStatus.done;
      }),
  },
  {
    name: 'apply',
    purpose:
      'Carries out operations, one {"operation","input"} a line ("-" reads standard input), and prints one reply a line. A refused line does not stop the others; the exit status is 1 when any was refused.',
    takesFolder: true,
    options: { operations: required('FILE.ndjson') },
    flags: {},
    run: applyOperations,
  },
  {
    name: 'export',
    purpose:
      'Writes the Excel workbook, opens it again and counts, and prints the receipt. With the first line of a password file it opens only with that password.',
    takesFolder: true,
    options: { to: required('FILE.xlsx'), 'password-file': optional('FILE') },
    flags: { replace: 'Write over a file that is there.' },
    run: exportWorkbook,
  },
  {
    name: 'return-copy',
    purpose: 'Writes an Excel workbook to fill in and send back, opens it again, and prints the receipt.',
    takesFolder: true,
    options: { to: required('FILE.xlsx'), partner: optional('NAME'), 'password-file': optional('FILE') },
    flags: { replace: 'Write over a file that is there.' },
    run: returnCopy,
  },
  ...consolidationCommands,
  {
    name: 'hand-back',
    purpose:
      'Writes a packet and a one-page note (Word) for everybody who contributed, into a folder that is there, and prints the receipt. Without a passphrase file it makes a passphrase and says it on standard error.',
    takesFolder: true,
    options: { to: required('FOLDER'), 'passphrase-file': optional('FILE') },
    flags: {
      plain: 'Do not encrypt the packets; their names say so.',
      'without-attachments': 'Leave attached files out.',
    },
    run: handBack,
  },
  {
    name: 'verify',
    purpose: 'Checks every fingerprint, what is made from the changes, and the attached files.',
    takesFolder: true,
    ...none,
    run: verifyWorkbook,
  },
  {
    name: 'operations',
    purpose: 'Prints every operation with the JSON Schema of its input and output.',
    takesFolder: false,
    ...none,
    run: (_, terminal) => Promise.resolve(describeOperations(terminal)),
  },
];
