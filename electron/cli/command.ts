import type { ExitStatus, Terminal } from './terminal.ts';

/** The values that a command line gave: `--name value` by name, and the folder. */
export type Given = {
  /** The workbook's folder as an absolute path; empty for a command that takes none. */
  readonly folder: string;
  /** The files that follow the folder; none for a command that takes none. */
  readonly files: readonly string[];
  /** A required option, or an empty text for an optional one that was left out. */
  readonly option: (name: string) => string;
  readonly flag: (name: string) => boolean;
};

/** One command of the terminal. The command line is read, and the help is written, from these. */
export type Command = {
  readonly name: string;
  /** What it does, in one line. */
  readonly purpose: string;
  /** Whether a workbook's folder follows the name. */
  readonly takesFolder: boolean;
  /** Whether one or more files follow the folder. */
  readonly takesFiles?: true;
  /** Options with a value, and the word that stands for the value in the help. */
  readonly options: Readonly<Record<string, { readonly value: string; readonly required: boolean }>>;
  readonly flags: Readonly<Record<string, string>>;
  readonly run: (given: Given, terminal: Terminal) => Promise<ExitStatus>;
};
