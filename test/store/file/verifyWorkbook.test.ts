import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { storeAttachment } from '../../../electron/store/attachments/storeAttachment.ts';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { openSnapshot } from '../../../electron/store/file/snapshot.ts';
import { verifyInBackground } from '../../../electron/store/file/verifyInBackground.ts';
import { verifyWorkbook } from '../../../electron/store/file/verifyWorkbook.ts';
import { recordWriter } from '../../../electron/store/recordWriter.ts';
import { makeSampleWorkbook, sampleRecord, withOpen } from '../sampleWorkbook.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

/** A workbook with 20 items of evidence, of which one carries a file. */
function sample(): { folder: string; attachments: string; sha256: string } {
  const parent = temporaryFolder();
  const folder = path.join(parent, 'workbook');
  makeSampleWorkbook(folder);
  const letter = path.join(parent, 'letter.txt');
  writeFileSync(letter, 'What the survey says');
  const { sha256, ...file } = storeAttachment(folder, letter, 'letter.txt');
  withOpen(folder, (database) =>
    recordWriter(database).write([
      { record: sampleRecord(900, 'attachment', `evidence-1#${sha256}`, { ...file }) },
    ]),
  );
  return { folder, attachments: path.join(folder, 'attachments'), sha256 };
}

function verify(folder: string) {
  return withOpen(folder, (database) => verifyWorkbook(database, path.join(folder, 'attachments')));
}

describe('verifying a workbook', () => {
  it('finds a sound workbook sound and counts it', () => {
    const { folder } = sample();
    expect(verify(folder)).toEqual({
      sound: true,
      records: 61,
      entities: 61,
      evidence: 20,
      attachments: 1,
      damagedFiles: 0,
      problems: [],
    });
  });

  it('goes on after an attached file that cannot be read, and names it', () => {
    const { folder, attachments, sha256 } = sample();
    rmSync(path.join(attachments, sha256));
    mkdirSync(path.join(attachments, sha256));
    expect(verify(folder)).toMatchObject({
      sound: true,
      records: 61,
      attachments: 1,
      damagedFiles: 1,
      problems: [{ what: 'An attached file cannot be read', where: `attachments/${sha256}` }],
    });
  });

  const damages: readonly [string, string, RegExp][] = [
    [
      'a changed word',
      "UPDATE change_record SET body = replace(body, 'Survey 3', 'Survey 9') WHERE body LIKE '%Survey 3\"%'",
      /does not agree with its fingerprint/,
    ],
    [
      'a changed fingerprint',
      "UPDATE change_record SET hash = replace(hash, 'a', 'b') WHERE sequence = 3",
      /fingerprint/,
    ],
    [
      'a changed column',
      "UPDATE change_record SET entity_id = 'evidence-77' WHERE sequence = 4",
      /looked up/,
    ],
    [
      'a changed current value',
      "UPDATE entity_state SET fields = replace(fields, 'Answer 4', 'Answer 5')",
      /current values/,
    ],
    ['a missing entry', "DELETE FROM entity_state WHERE entity_id = 'evidence-4'", /current values/],
    [
      'a changed title in the register',
      "UPDATE evidence SET title = 'Other' WHERE id = 'evidence-4'",
      /evidence register/,
    ],
    ['a missing link', "DELETE FROM link WHERE evidence_id = 'evidence-4'", /link/],
    ['a link of nobody', "INSERT INTO link VALUES ('evidence-4', 'outcome', 'other')", /link/],
    ['a wrong count of evidence', 'UPDATE evidence_spread SET count = count + 1', /count of evidence/],
    ['a date that no evidence has', "UPDATE evidence_date SET date = '2031'", /count of evidence/],
    ['a changed attachment row', 'UPDATE attachment SET bytes = 1', /attachment/i],
    [
      'a number that is not the entry’s',
      "UPDATE evidence SET number = 999 WHERE id = 'evidence-4'",
      /number in the evidence register/,
    ],
    ['a search index without an entry', 'DELETE FROM search_pending WHERE number = 1', /search index/],
  ];
  it.each(damages)('notices %s', (_, sql, what) => {
    const { folder } = sample();
    withOpen(folder, (database) => database.exec(sql));
    const report = verify(folder);
    expect(report.sound).toBe(false);
    expect(report.problems.map((problem) => problem.what).join('\n')).toMatch(what);
  });

  it('notices an attached file that was changed, and one that is missing', () => {
    const { folder, attachments, sha256 } = sample();
    writeFileSync(path.join(attachments, sha256), 'What the survey said');
    expect(verify(folder)).toMatchObject({
      sound: true,
      damagedFiles: 1,
      problems: [{ what: 'An attached file is not what was attached', where: `attachments/${sha256}` }],
    });
    rmSync(path.join(attachments, sha256));
    expect(verify(folder)).toMatchObject({
      sound: true,
      damagedFiles: 0,
      problems: [{ what: 'An attached file is missing', where: `attachments/${sha256}` }],
    });
  });

  it('notices a record of another workbook', () => {
    const { folder } = sample();
    const other = path.join(temporaryFolder(), 'other');
    makeSampleWorkbook(other, 1);
    withOpen(other, (database) =>
      database.exec("UPDATE change_record SET body = replace(body, 'sample-workbook', 'another')"),
    );
    copyFileSync(path.join(other, 'workbook.sqlite'), path.join(folder, 'workbook.sqlite'));
    expect(verify(folder).sound).toBe(false);
  });

  it('reports a file that cannot be read to its end, rather than failing', () => {
    const { folder } = sample();
    const copy = path.join(temporaryFolder(), 'copy.sqlite');
    withOpen(folder, (database) => database.prepare('VACUUM INTO ?').run(copy));
    const bytes = readFileSync(copy);
    // The pages of the log's table, but not those of the schema.
    bytes.fill(0, 4 * 4096, 9 * 4096);
    writeFileSync(copy, bytes);
    const database = openSnapshot(copy);
    const report = verifyWorkbook(database, path.join(folder, 'attachments'));
    database.close();
    expect(report.sound).toBe(false);
    expect(report.problems.map(({ what }) => what)).toContain('The file’s structure is damaged');
  });

  it('can be stopped', () => {
    const { folder } = sample();
    withOpen(folder, (database) =>
      expect(() => verifyWorkbook(database, '', { isCancelled: () => true })).toThrow(
        expect.objectContaining({ code: 'cancelled' }),
      ),
    );
  });
});

describe('verifying in the background', () => {
  async function inBackground<Result>(
    folder: string,
    run: (database: Database) => Promise<Result>,
  ): Promise<Result> {
    const database = openDatabase(folder);
    try {
      return await run(database);
    } finally {
      closeDatabase(database);
    }
  }

  it('answers the same, tells how far it is, and removes its copy', async () => {
    const { folder } = sample();
    const steps: string[] = [];
    const report = await inBackground(folder, (database) =>
      verifyInBackground(database, folder, { onProgress: (_, step) => steps.push(step) }),
    );
    expect(report).toMatchObject({ sound: true, records: 61 });
    expect(new Set(steps).size).toBeGreaterThan(3);
    expect(readdirSync(path.join(folder, 'work'))).toEqual([]);
  });

  it('can be stopped and removes its copy', async () => {
    const { folder } = sample();
    const stop = new AbortController();
    const running = inBackground(folder, (database) =>
      verifyInBackground(database, folder, { signal: stop.signal, onProgress: () => stop.abort() }),
    );
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(path.join(folder, 'work'))).toEqual([]);
  });
});
