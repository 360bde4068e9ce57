import { appendFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  forgetEarlyChanges,
  keepEarlyChanges,
  takeInEarlyChanges,
} from '../../../electron/store/file/earlyChanges.ts';
import { recordWriter } from '../../../electron/store/recordWriter.ts';
import { sha256OfText } from '../../../electron/store/file/sha256.ts';
import { workbookPaths } from '../../../electron/store/file/workbookPaths.ts';
import { sealRecord } from '../../../shared/domain/sealRecord.ts';
import { makeSampleWorkbook, sampleRecord, withOpen } from '../sampleWorkbook.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const titled = (number: number, title: string) =>
  sampleRecord(number, 'evidence', `evidence-${number}`, { title });

function sample() {
  const folder = path.join(temporaryFolder(), 'workbook');
  makeSampleWorkbook(folder, 2);
  return { folder, paths: workbookPaths(folder) };
}

describe('changes kept beside a workbook', () => {
  it('are taken in once, and only those that the workbook does not have', () => {
    const { folder, paths } = sample();
    keepEarlyChanges(paths, [{ record: titled(900, 'Known nowhere else') }]);
    withOpen(folder, (database) => {
      expect(takeInEarlyChanges(database, paths)).toBe(1);
      expect(takeInEarlyChanges(database, paths)).toBe(0);
    });
    forgetEarlyChanges(paths);
    expect(existsSync(paths.earlyChanges)).toBe(false);
  });

  it('can be read on from a line that was cut off', () => {
    const { folder, paths } = sample();
    keepEarlyChanges(paths, [{ record: titled(900, 'First') }]);
    appendFileSync(paths.earlyChanges, JSON.stringify({ record: titled(901, 'Cut off') }).slice(0, 80));
    keepEarlyChanges(paths, [{ record: titled(902, 'Third') }]);
    withOpen(folder, (database) => expect(takeInEarlyChanges(database, paths)).toBe(2));
  });

  it('are not missing when the typing has gone on from them', () => {
    const { folder, paths } = sample();
    const typed = (end: string, title: string) => {
      const { hash: _, ...others } = titled(900, title);
      return sealRecord({ ...others, id: 'ab'.repeat(8) + end.repeat(16) }, sha256OfText);
    };
    keepEarlyChanges(paths, [{ record: typed('1', 'Sur') }]);
    withOpen(folder, (database) => {
      recordWriter(database).write([{ record: typed('2', 'Survey') }]);
      expect(takeInEarlyChanges(database, paths)).toBe(0);
    });
  });

  it('are left alone when they do not agree with their fingerprint or belong to another workbook', () => {
    const { folder, paths } = sample();
    const changed = { ...titled(900, 'As it was'), set: { title: 'As it was not' } };
    keepEarlyChanges(paths, [{ record: changed }]);
    withOpen(folder, (database) => expect(takeInEarlyChanges(database, paths)).toBe(0));
    const { hash: _, ...others } = titled(901, 'Of another workbook');
    keepEarlyChanges(paths, [{ record: sealRecord({ ...others, workbook: 'another' }, sha256OfText) }]);
    withOpen(folder, (database) => expect(takeInEarlyChanges(database, paths)).toBe(0));
  });
});
