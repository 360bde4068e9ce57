import { cpSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { addEvidence, makeSampleWorkbook, withOpen } from '../sampleWorkbook.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const count = 'SELECT count(*) FROM change_record';

function overwrite(file: string, at: number, bytes: readonly number[]): void {
  const content = readFileSync(file);
  content.set(bytes, at);
  writeFileSync(file, content);
}

describe('opening a workbook that was not closed', () => {
  /** A copy of the files while they are open: what a power cut leaves. */
  function leftOpen(evidence = 20): { folder: string; wal: string } {
    const folder = path.join(temporaryFolder(), 'workbook');
    makeSampleWorkbook(folder, evidence);
    const left = `${folder}-left`;
    withOpen(folder, (database) => {
      addEvidence(database, evidence, evidence + 10);
      cpSync(folder, left, { recursive: true });
    });
    return { folder: left, wal: path.join(left, 'workbook.sqlite-wal') };
  }

  it('replays the log, keeps the files as they were found, and says nothing when all is complete', () => {
    const { folder, wal } = leftOpen();
    const before = readFileSync(wal);
    const notices: string[] = [];
    const database = openDatabase(folder, { onNotice: (sentence) => notices.push(sentence) });
    expect(database.prepare(count).pluck().get()).toBe(90);
    closeDatabase(database);
    expect(notices).toEqual([]);
    const [kept = ''] = readdirSync(path.join(folder, 'recovery'));
    expect(readFileSync(path.join(folder, 'recovery', kept, 'workbook.sqlite-wal')).equals(before)).toBe(
      true,
    );
  });

  it('keeps the copy of what was found and two earlier ones, whatever the clock says', () => {
    const found = leftOpen().folder;
    const kept = path.join(found, 'recovery');
    for (const day of ['2026-05-01', '2026-05-02', '2026-05-03'])
      mkdirSync(path.join(kept, day), { recursive: true });
    // The laptop's battery was empty, and its clock began anew.
    closeDatabase(openDatabase(found, { now: new Date('2010-01-01T00:00:00.000Z') }));
    expect(readdirSync(kept).toSorted()).toEqual(['2010-01-01T00.00.00.000Z', '2026-05-02', '2026-05-03']);
  });

  it('says so when the log ends in a change that is not complete', () => {
    const { folder, wal } = leftOpen();
    truncateSync(wal, readFileSync(wal).length - 100);
    const notices: string[] = [];
    closeDatabase(openDatabase(folder, { onNotice: (sentence) => notices.push(sentence) }));
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/not closed properly/);
  });

  it('says so when a change in the middle of the log was damaged', () => {
    const { folder, wal } = leftOpen();
    overwrite(wal, 10_000, [0x55, 0xaa]);
    const notices: string[] = [];
    const database = openDatabase(folder, { onNotice: (sentence) => notices.push(sentence) });
    expect(database.prepare(count).pluck().get()).toBeLessThan(90);
    closeDatabase(database);
    expect(notices).toHaveLength(1);
  });

  it('does not touch a workbook whose database turns out to be damaged', () => {
    // Large enough that the log does not hold a newer copy of every page.
    const { folder, wal } = leftOpen(400);
    const file = path.join(folder, 'workbook.sqlite');
    overwrite(file, 40 * 4096, Array(40 * 4096).fill(0));
    const before = [readFileSync(file), readFileSync(wal)];
    expect(() => openDatabase(folder)).toThrow(expect.objectContaining({ code: 'damaged' }));
    expect([readFileSync(file), readFileSync(wal)]).toEqual(before);
  });
});
