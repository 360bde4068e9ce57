import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Reply } from '../../shared/api/reply.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Given } from './command.ts';
import { withProgram } from './program.ts';
import { exitStatus, type ExitStatus, type Terminal } from './terminal.ts';

/**
 * Carries out the operations of a file, one JSON object a line, in their order, and prints one reply a line. Empty lines
 * are passed over.
 *
 * A refused line stops nothing: each reply says by its place which operation it belongs to, and a script decides. The
 * exit status is 1 when any was refused. What was answered `ok` is on the disk when its reply is printed.
 */
export function applyOperations(given: Given, terminal: Terminal): Promise<ExitStatus> {
  return withProgram(terminal, async ({ ask, dispatch }) => {
    const lines = await openLines(given.option('operations'));
    await ask('open-workbook', { folder: given.folder });
    let applied = 0;
    let refused = 0;
    for await (const line of lines) {
      if (line.trim() === '') continue;
      const asked = parseLine(line);
      const reply: Reply<unknown> =
        'problem' in asked ? asked.problem : await dispatch(asked.operation, asked.input);
      terminal.result(`${JSON.stringify(reply)}\n`);
      if (reply.ok) applied += 1;
      else refused += 1;
    }
    terminal.message(`${applied} carried out, ${refused} refused.\n`);
    return refused === 0 ? exitStatus.done : exitStatus.failed;
  });
}

/** The operation's name and input are parsed by the dispatcher, as from every host. */
const lineSchema = z.strictObject({ operation: z.unknown(), input: z.unknown().default({}) });

type Asked = { readonly operation: unknown; readonly input: unknown } | { readonly problem: Reply<never> };

function parseLine(line: string): Asked {
  const parsed = lineSchema.safeParse(valueOf(line));
  if (parsed.success) return parsed.data;
  return refusedLine('A line is a JSON object with “operation” and “input” and nothing else.');
}

/** What the line holds, or undefined when it is not JSON. */
function valueOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Answered like any other line that is not of the form.
    return undefined;
  }
}

function refusedLine(message: string): Asked {
  return { problem: { ok: false, error: { code: 'invalid-input', message } } };
}

/**
 * The lines of a file, `-` being standard input. When it answers the file is open, so that a missing one is refused before
 * the workbook is opened.
 *
 * @throws WorkbookError `not-found` for a file that cannot be read, also once its lines are asked for.
 */
async function openLines(file: string): Promise<AsyncIterable<string>> {
  const input = file === '-' ? process.stdin : createReadStream(file, 'utf8');
  try {
    if (file !== '-') await once(input, 'ready');
  } catch (cause) {
    throw unreadable(file, cause);
  }
  return linesOf(input, file);
}

async function* linesOf(input: Readable, file: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function unreadable(file: string, cause: unknown): WorkbookError {
  return new WorkbookError('not-found', `The file of operations, ${file}, cannot be read.`, { cause });
}
