import type { Ports } from '../services/ports.ts';

/** Where a command's words go, and where the program keeps its own files. */
export type Terminal = {
  readonly dataFolder: string;
  /** Standard output: results as JSON and nothing else. */
  readonly result: (text: string) => void;
  /** Standard error: everything for people. */
  readonly message: (text: string) => void;
  /** Ports in place of the computer's own, such as a test's clock. */
  readonly ports?: Partial<Ports>;
};

/** How a command ends. */
export const exitStatus = {
  done: 0,
  /** Refused or failed: the sentence is on standard error. */
  failed: 1,
  /** The command line itself cannot be understood. */
  usage: 2,
} as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** Prints a result as indented JSON. */
export function printResult(terminal: Terminal, value: unknown): void {
  terminal.result(`${JSON.stringify(value, null, 2)}\n`);
}
