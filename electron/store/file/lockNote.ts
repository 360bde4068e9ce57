import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { z } from 'zod';
import { failureCode } from './fileFailure.ts';

const lockNoteSchema = z.strictObject({
  user: z.string(),
  computer: z.string(),
  since: z.string(),
  process: z.number(),
});

/**
 * Leaves a note of who has the workbook open, for the sentence that a second person reads. The lock itself is SQLite's;
 * a note that a crash left behind shuts nobody out.
 */
export function writeLockNote(file: string, now: Date): void {
  const note: z.infer<typeof lockNoteSchema> = {
    user: userName(),
    computer: hostname(),
    since: now.toISOString(),
    process: process.pid,
  };
  writeFileSync(file, JSON.stringify(note), { mode: 0o600 });
}

/** Takes the note away. */
export function removeLockNote(file: string): void {
  rmSync(file, { force: true });
}

/** "by <user> on <computer> since 14:02, 3 May", as far as the note says; otherwise "in another window or program". */
export function lockHolder(file: string): string {
  const note = readNote(file);
  if (note === undefined) return 'in another window or program';
  const since = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(note.since),
  );
  return `by ${note.user} on ${note.computer} since ${since}`;
}

/** Whether the note names a program that runs on this computer now, other than this one. */
export function isHeldByRunningProgram(file: string): boolean {
  const note = readNote(file);
  if (note === undefined || note.computer !== hostname() || note.process === process.pid) return false;
  try {
    // Signal 0 asks whether the process is there and does nothing to it.
    process.kill(note.process, 0);
    return true;
  } catch (cause) {
    // It is there and belongs to somebody else.
    return failureCode(cause) === 'EPERM';
  }
}

function readNote(file: string): z.infer<typeof lockNoteSchema> | undefined {
  try {
    const note = lockNoteSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return note.success && !Number.isNaN(Date.parse(note.data.since)) ? note.data : undefined;
  } catch {
    // Advisory: a missing or broken note only makes the sentence less exact.
    return undefined;
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some locked-down accounts have no entry that can be read.
    return 'somebody';
  }
}
