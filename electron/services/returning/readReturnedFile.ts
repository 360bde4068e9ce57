import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { parseChangeRecord } from '../../../shared/domain/parseChangeRecord.ts';
import type { ReturnManifest } from '../../../shared/domain/returnWorkbook/returnManifest.ts';
import { readReturned } from '../../../shared/domain/returnWorkbook/readReturned.ts';
import { returnRecords } from '../../../shared/domain/returnWorkbook/returnRecords.ts';
import { returnReplica } from '../../../shared/domain/returnWorkbook/returnReplica.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { readerLimits } from '../../excel/reader/readerLimits.ts';
import { readSheets } from '../../excel/reader/readSheets.ts';
import { unlockXlsx } from '../../excel/reader/unlockXlsx.ts';
import { damagedXlsx, excessiveXlsx } from '../../excel/reader/xlsxRefusal.ts';
import { takeManifest } from '../../excel/return/hiddenManifest.ts';
import { sha256OfText } from '../../store/file/sha256.ts';
import type { ReadingTask, ReturnedWorkbook } from './returnedWorkbook.ts';

/**
 * Reads a returned workbook. To be called on a thread of its own; see `readReturnWorkbook`. `onTried` is told of each
 * password that was tried.
 */
export async function readReturnedFile(task: ReadingTask, onTried?: () => void): Promise<ReturnedWorkbook> {
  const sent = bytesOf(task);
  const bytes = await unlockXlsx(sent, task.passwords, onTried);
  const { manifest, sheets } = takeManifest(await readSheets(bytes));
  refuseOtherWorkbook(manifest, task.workbook);
  const { author, changes, notTaken, remarks } = readReturned(sheets, manifest, sha256OfText);
  const name = author === '' ? `${manifest.voiceName} (no name given)`.slice(0, 200) : author;
  const { file: packet, workbook, partnership, round, voice, voiceName, madeAt } = manifest;
  return {
    source: {
      packet,
      workbook,
      partnership,
      round,
      author: name,
      voice,
      voiceName,
      replica: returnReplica(packet),
      madeAt,
      encrypted: bytes !== sent,
    },
    records: returnRecords(changes, manifest, name, sha256OfText).map(soundRecord),
    notTaken: [...notTaken],
    remarks: [...remarks],
  };
}

function bytesOf({ file, name }: ReadingTask): Buffer {
  const ending = path.extname(name).toLowerCase();
  if (ending !== '.xlsx') {
    throw new WorkbookError(
      'file-kind',
      `A file ${ending} is not read. Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx), and try again.`,
    );
  }
  const { size } = statSync(file);
  if (size > readerLimits.file) throw excessiveXlsx('more than 32 MB');
  return readFileSync(file);
}

function refuseOtherWorkbook(
  { workbook, partnership, round }: ReturnManifest,
  expected: string | null,
): void {
  if (expected === null || workbook === expected) return;
  throw new WorkbookError(
    'other-workbook',
    `The file was made from another workbook: ${partnership}, ${round}. Nothing was taken from it. Open that workbook to take it in.`,
  );
}

/** What was read fits the workbook's own file, whatever a made-up file put into the ids that it carries. */
function soundRecord(record: ChangeRecord): ChangeRecord {
  if (parseChangeRecord(record) !== undefined) return record;
  throw damagedXlsx('what travels out of sight in it has been changed');
}
