import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

import type { Clock, Logger } from './ports.ts';

const mostBytes = 1_000_000;
const mostFiles = 5;

/**
 * A logger that writes `workbook.log` into a folder, and when that is full moves it on to `workbook.1.log` … `workbook.4.log`.
 *
 * Quoted parts of an error's message are left out, because there the system and SQLite put paths and values. A log that
 * can't be written is no reason to stop: the line goes to standard error instead.
 */
export function createFileLogger(folder: string, clock: Clock): Logger {
  const file = path.join(folder, 'workbook.log');

  function write(level: 'info' | 'error', message: string): void {
    const line = `${clock.now().toISOString()} ${level} ${message}\n`;
    try {
      mkdirSync(folder, { recursive: true });
      moveFullLogOn(file);
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      process.stderr.write(line);
    }
  }

  return {
    info: (message) => write('info', message),
    error: (message, cause) =>
      write('error', cause === undefined ? message : `${message}: ${detailsOf(cause)}`),
  };
}

function moveFullLogOn(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < mostBytes) return;
  for (let number = mostFiles - 1; number >= 1; number -= 1) {
    const from = number === 1 ? file : numbered(file, number - 1);
    if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, numbered(file, number));
  }
}

function numbered(file: string, number: number): string {
  return file.replace(/\.log$/, `.${number}.log`);
}

/** Name, code, message without its quoted parts, and the places in the program; then the same of what caused it. */
function detailsOf(cause: unknown, depth = 0): string {
  if (!(cause instanceof Error)) return `a thrown ${typeof cause}`;
  const code = 'code' in cause && typeof cause.code === 'string' ? ` ${cause.code}` : '';
  const message = cause.message.replaceAll(/'[^']*'|"[^"]*"|“[^”]*”|`[^`]*`/g, '…').slice(0, 500);
  const places = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const inner =
    cause.cause === undefined || depth >= 3 ? '' : `\n  because of ${detailsOf(cause.cause, depth + 1)}`;
  return [`${cause.name}${code}: ${message}`, ...places.slice(0, 12)].join('\n') + inner;
}
