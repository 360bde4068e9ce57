import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createFileLogger } from '../../electron/services/fileLogger.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clock = { now: () => new Date('2026-03-01T10:00:00Z') };

describe('the log', () => {
  it('has time, level and message on a line', () => {
    createFileLogger(folder, clock).info('read-walk: not-found');
    expect(readFileSync(path.join(folder, 'workbook.log'), 'utf8')).toBe(
      '2026-03-01T10:00:00.000Z info read-walk: not-found\n',
    );
  });

  it('leaves out paths and values that an error’s message quotes, also of what caused it', () => {
    const cause = Object.assign(
      new Error("ENOENT: no such file or directory, open '/home/officer/North/secret.docx'"),
      {
        code: 'ENOENT',
      },
    );
    createFileLogger(folder, clock).error(
      'open-attachment: internal',
      new Error('could not open “secret.docx”', { cause }),
    );
    const text = readFileSync(path.join(folder, 'workbook.log'), 'utf8');
    expect(text).toContain('ENOENT');
    expect(text).toContain('fileLogger.test.ts');
    expect(text).not.toMatch(/secret|officer/);
  });

  it('moves a full log on and keeps five files of it', () => {
    const logger = createFileLogger(folder, clock);
    for (let round = 0; round < 8; round += 1) {
      writeFileSync(path.join(folder, 'workbook.log'), 'x'.repeat(1_000_001));
      logger.info('next');
    }
    expect(readdirSync(folder).toSorted()).toEqual([
      'workbook.1.log',
      'workbook.2.log',
      'workbook.3.log',
      'workbook.4.log',
      'workbook.log',
    ]);
    expect(readFileSync(path.join(folder, 'workbook.log'), 'utf8')).toMatch(/next\n$/);
  });

  it('does not fail when the folder can’t be written', () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    expect(() => createFileLogger(path.join(file, 'log'), clock).info('message')).not.toThrow();
  });
});
