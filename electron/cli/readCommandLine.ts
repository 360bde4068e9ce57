import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Command, Given } from './command.ts';

/** A command line that cannot be understood, with the sentence that says why. */
export class UsageError extends Error {}

/**
 * The command that a command line names, and what it was given.
 *
 * @throws UsageError for an unknown command, a missing, unknown or empty option, or too many words. An empty one is what a
 *   script gives whose variable is not set: it must not be taken for the current folder, nor for an option left out.
 */
export function readCommandLine(
  words: readonly string[],
  commands: readonly Command[],
): { readonly command: Command; readonly given: Given } {
  const [name, ...rest] = words;
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    throw new UsageError(name === undefined ? 'Which command?' : `There is no command “${name}”.`);
  }
  const { values, positionals } = parse(command, rest);
  for (const [option, { value, required }] of Object.entries(command.options)) {
    if (values[option] === '') throw new UsageError(`--${option} was given without a ${value}.`);
    if (required && values[option] === undefined)
      throw new UsageError(`“${command.name}” needs --${option} ${value}.`);
  }
  if (positionals.includes('')) throw new UsageError(`“${command.name}” was given an empty name.`);
  const expected = command.takesFolder ? 1 : 0;
  if (positionals.length < expected) throw new UsageError(`“${command.name}” needs the workbook’s FOLDER.`);
  if (command.takesFiles === true && positionals.length === expected)
    throw new UsageError(`“${command.name}” needs at least one FILE.`);
  const [unexpected] = command.takesFiles === true ? [] : positionals.slice(expected);
  if (unexpected !== undefined)
    throw new UsageError(`“${command.name}” does not know what to do with “${unexpected}”.`);
  return {
    command,
    given: {
      folder: positionals[0] === undefined ? '' : path.resolve(positionals[0]),
      files: positionals.slice(expected),
      option: (option) => {
        const value = values[option];
        return typeof value === 'string' ? value : '';
      },
      flag: (flag) => values[flag] === true,
    },
  };
}

type Parsed = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
};

function parse(command: Command, words: readonly string[]): Parsed {
  const options = Object.fromEntries([
    ...Object.keys(command.options).map((option) => [option, { type: 'string' as const }]),
    ...Object.keys(command.flags).map((flag) => [flag, { type: 'boolean' as const }]),
  ]);
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (cause) {
    // parseArgs says in a sentence which word it did not know.
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** How the commands are called, for people. */
export function helpText(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => {
    const options = Object.entries(command.options).map(([option, { value, required }]) =>
      required ? `--${option} ${value}` : `[--${option} ${value}]`,
    );
    const flags = Object.keys(command.flags).map((flag) => `[--${flag}]`);
    const places = [
      ...(command.takesFolder ? ['FOLDER'] : []),
      ...(command.takesFiles === true ? ['FILE...'] : []),
    ];
    const call = ['  ', command.name, ...places, ...options, ...flags].join(' ');
    return [call, `      ${command.purpose}`];
  });
  return [
    'npm run --silent workbook -- COMMAND',
    '',
    ...lines,
    '',
    'Results are JSON on standard output; messages are on standard error.',
    'Exit status: 0 done, 1 refused or failed, 2 the command line was not understood.',
    '',
  ].join('\n');
}
