import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  exportWorkbook,
  type ExportRequest,
  type ExportWatch,
} from '../../../electron/services/export/exportWorkbook.ts';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { createDatabase } from '../../../electron/store/file/createDatabase.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { recordWriter } from '../../../electron/store/recordWriter.ts';
import type { Receipt } from '../../../shared/domain/exportModel/sheetModel.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { openWithExceljs } from '../../excel/readWithExceljs.ts';
import { addEvidence, sampleProperties, sampleRecord } from '../../store/sampleWorkbook.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';

type Place = { readonly folder: string; readonly outside: string; readonly target: string };

/** A workbook of twelve pieces of evidence and as many answers, and a folder to export to. */
function workbook(pieces = 12, newestFirst = false): Place {
  const home = temporaryFolder();
  const folder = path.join(home, 'workbook');
  const outside = path.join(home, 'outside');
  mkdirSync(outside);
  createDatabase(folder, sampleProperties, (database) => {
    const others = (): void => {
      recordWriter(database).write(
        (newestFirst ? otherRecords.toReversed() : otherRecords).map((record) => ({ record })),
      );
    };
    if (newestFirst) others();
    addEvidence(database, 0, pieces);
    if (!newestFirst) others();
  });
  return { folder, outside, target: path.join(outside, 'export.xlsx') };
}

const otherRecords = [
  sampleRecord(900_001, 'workbook', 'workbook', {
    partnership: 'Moray',
    round: '2026-27',
    marking: 'OFFICIAL',
  }),
  sampleRecord(900_002, 'evidence', 'evidence-0', { title: 'Survey nought' }),
  sampleRecord(900_003, 'grade', 'ci2016/6.2@partnership', { grade: 4 }),
  sampleRecord(900_004, 'attachment', `evidence-1#${'a'.repeat(64)}`, {
    name: 'paper.pdf',
    bytes: 12,
    mediaType: 'application/pdf',
  }),
  sampleRecord(900_005, 'link', 'evidence-1>outcome:opi2016/structural-1', { linked: true }),
  sampleRecord(900_006, 'evidence', 'evidence-deleted', { title: 'Gone', deleted: true }),
  sampleRecord(900_007, 'framework-row', 'ci2016/6.2', { title: 'Planning together' }),
];

async function run(
  place: Place,
  request: Partial<ExportRequest> = {},
  watch: ExportWatch = {},
): Promise<Receipt> {
  const database = openDatabase(place.folder);
  try {
    const given = {
      target: place.target,
      replace: false,
      generatedAt: '2026-10-03T14:02:00.000Z',
      appVersion: '0.1.0',
    };
    return await exportWorkbook(database, place.folder, { ...given, ...request }, watch);
  } finally {
    expect(readdirSync(path.join(place.folder, 'work'))).toEqual([]);
    closeDatabase(database);
  }
}

describe('an export of an open workbook', () => {
  it('counts what the store holds, and the file says the same', async () => {
    const place = workbook();
    const receipt = await run(place);
    expect(Object.fromEntries(receipt.counts.map(({ name, count }) => [name, count]))).toMatchObject({
      Answers: 12,
      Grades: 1,
      Evidence: 13,
      Files: 1,
    });
    const cover = (await openWithExceljs(place.target)).getWorksheet('Cover');
    expect(JSON.stringify(cover?.getSheetValues())).toContain(receipt.fingerprint);
    expect(readdirSync(place.outside)).toEqual(['export.xlsx']);
  });

  it('shows a title in conflict with both values, corrections of the framework, and links', async () => {
    const place = workbook();
    await run(place);
    const exported = await openWithExceljs(place.target);
    const register = JSON.stringify(exported.getWorksheet('Evidence register')?.getSheetValues());
    expect(register).toContain('Not settled: 2 values\\n1. Survey 0\\n2. Survey nought');
    // Deleted by one and written by the same record: the deletion is not settled, so the item is shown and says so.
    expect(register).toContain('Not settled: one person deleted this');
    expect(JSON.stringify(exported.getWorksheet('Grades')?.getSheetValues())).toContain('Planning together');
    expect(JSON.stringify(exported.getWorksheet('Structural 1')?.getSheetValues())).toContain('Survey 1');
  });

  it('has the same fingerprint when the same records arrived in another order', async () => {
    const [first, second] = [workbook(12, false), workbook(12, true)];
    expect((await run(first)).fingerprint).toBe((await run(second)).fingerprint);
  });

  it('says how far it is, and never goes back', async () => {
    const seen: number[] = [];
    const steps = new Set<string>();
    await run(
      workbook(300),
      {},
      {
        onProgress: (progress, step) => {
          seen.push(progress);
          steps.add(step);
        },
      },
    );
    expect(seen).toEqual(seen.toSorted((left, right) => left - right));
    expect([...steps]).toEqual([
      'Taking a copy to export',
      'Writing the sheets',
      'Checking the finished file',
    ]);
  });

  function stoppedAt(step: string) {
    const stop = new AbortController();
    return {
      signal: stop.signal,
      onProgress: (_share: number, now: string) => void (now === step && stop.abort()),
    };
  }

  it('can be stopped while the workbook is copied or the file is written, and leaves nothing behind', async () => {
    // Enough to write that it hears of it in time on a busy computer.
    for (const [step, pieces] of [
      ['Taking a copy to export', 300],
      ['Writing the sheets', 2_000],
    ] as const) {
      const place = workbook(pieces);
      await expect(run(place, {}, stoppedAt(step)), step).rejects.toMatchObject({ code: 'cancelled' });
      expect(readdirSync(place.outside), step).toEqual([]);
    }
  });

  it('leaves nothing or the whole file when it is stopped at its end, as it may be done by then', async () => {
    const place = workbook(300);
    const outcome = await run(place, {}, stoppedAt('Checking the finished file')).catch(
      (cause: unknown) => cause,
    );
    const isStopped = outcome instanceof WorkbookError && outcome.code === 'cancelled';
    expect(readdirSync(place.outside)).toEqual(isStopped ? [] : ['export.xlsx']);
    if (!isStopped) expect(outcome).toHaveProperty('fingerprint');
  });

  it('does not replace a file unless it is told to', async () => {
    const place = workbook();
    writeFileSync(place.target, 'precious');
    await expect(run(place)).rejects.toMatchObject({ code: 'already-exists' });
    expect(readFileSync(place.target, 'utf8')).toBe('precious');
    await run(place, { replace: true });
    expect(readFileSync(place.target, 'latin1').startsWith('PK')).toBe(true);
    expect(readdirSync(place.outside)).toEqual(['export.xlsx']);
  });

  it('is refused where it could take the place of the workbook itself', async () => {
    const place = workbook();
    const target = path.join(place.folder, 'workbook.sqlite');
    await expect(run(place, { target, replace: true })).rejects.toMatchObject({ code: 'unsafe-folder' });
    expect(readFileSync(target, 'latin1').startsWith('SQLite format 3')).toBe(true);
  });

  it('says when the folder is not there, or a folder has the name', async () => {
    const place = workbook();
    const target = path.join(place.outside, 'missing', 'export.xlsx');
    await expect(run(place, { target })).rejects.toMatchObject({ code: 'not-found' });
    mkdirSync(place.target);
    await expect(run(place, { replace: true })).rejects.toMatchObject({ code: 'already-exists' });
    expect(readdirSync(place.outside)).toEqual(['export.xlsx']);
    expect(existsSync(place.target)).toBe(true);
  });

  it('is refused below what is no folder', async () => {
    const place = workbook();
    writeFileSync(place.target, 'a file');
    await expect(run(place, { target: path.join(place.target, 'export.xlsx') })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(readdirSync(place.outside)).toEqual(['export.xlsx']);
  });
});
