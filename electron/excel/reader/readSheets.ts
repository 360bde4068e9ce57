import type { ReadSheet } from '../../../shared/domain/returnWorkbook/readCell.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { openHostileZip, type HostileZip } from './hostileZip.ts';
import { noLooks, numberLooks } from './numberLooks.ts';
import { readerLimits } from './readerLimits.ts';
import { readSharedTexts } from './sharedTexts.ts';
import { readSheetCells } from './sheetCells.ts';
import { readSheetComments } from './sheetComments.ts';
import { commentsPartOf, readWorkbookIndex } from './workbookIndex.ts';
import { damagedXlsx, excessiveXlsx } from './xlsxRefusal.ts';

/**
 * Every sheet of an .xlsx file that anybody may have made, with the cells that hold something and the comments. Formulas are
 * not worked out; only their stored results count.
 *
 * To be called on a thread that can be stopped: what it reads is limited, but a limit can be forgotten.
 *
 * @throws WorkbookError `damaged`, `too-large` or `file-kind`.
 */
export async function readSheets(bytes: Buffer): Promise<readonly ReadSheet[]> {
  let zip: HostileZip | undefined;
  try {
    zip = await openHostileZip(bytes);
    await refuseMacros(zip);
    return await readAll(zip);
  } catch (cause) {
    if (cause instanceof WorkbookError || cause instanceof TypeError || cause instanceof ReferenceError)
      throw cause;
    throw damagedXlsx('it does not hold together', cause);
  } finally {
    zip?.close();
  }
}

async function readAll(zip: HostileZip): Promise<readonly ReadSheet[]> {
  const { sheets, from1904, sharedTexts, styles } = await readWorkbookIndex(zip);
  let seen = 0;
  let filled = 0;
  const context = {
    texts: sharedTexts === null ? [] : readSharedTexts(sharedTexts, await zip.part(sharedTexts)),
    looks: styles === null ? noLooks : numberLooks(styles, await zip.part(styles)),
    from1904,
    seen: () => {
      seen += 1;
      if (seen > readerLimits.cells) throw excessiveXlsx('more than five million cells');
    },
    filled: () => {
      filled += 1;
      if (filled > readerLimits.filledCells)
        throw excessiveXlsx('more than 600,000 cells with something in them');
    },
  };
  const read: ReadSheet[] = [];
  for (const sheet of sheets) {
    const cells = readSheetCells(sheet, await zip.part(sheet.part), context);
    const part = await commentsPartOf(zip, sheet);
    read.push({ ...cells, comments: part === null ? [] : readSheetComments(part, await zip.part(part)) });
  }
  return read;
}

async function refuseMacros(zip: HostileZip): Promise<void> {
  if (
    zip.has('xl/vbaProject.bin') ||
    /macroEnabled/i.test((await zip.part('[Content_Types].xml')).toString())
  ) {
    throw new WorkbookError(
      'file-kind',
      'The file holds macros. Save it as an Excel workbook (.xlsx) without them, and try again. Nothing was taken from it.',
    );
  }
}
