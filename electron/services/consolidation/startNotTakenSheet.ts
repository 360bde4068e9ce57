import path from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import { timeInWords } from '../../../shared/domain/exportModel/calendarDay.ts';
import type { NotTakenRow } from '../../../shared/domain/consolidation/notTakenModel.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { suggestedFileName } from '../export/suggestedFileName.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Ports } from '../ports.ts';
import { refusePathFromPage } from '../refusePathFromPage.ts';
import { refuseWithinWorkbook } from '../refuseWithinWorkbook.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import type { CheckedPreview } from './consolidationDesk.ts';
import { notTakenOfPreview, notTakenOfReceipt } from './notTakenRows.ts';
import { writeNotTakenSheet } from './writeNotTakenSheet.ts';

type Input = ParsedInputOf<'start-not-taken-sheet'>;

/**
 * Asks where to, unless the input says so, and starts writing what was not taken; no job when the person changed their mind.
 *
 * @throws WorkbookError `not-found` for a consolidation that is not known; whatever `findPreview` throws.
 */
export async function startNotTakenSheet(
  parts: {
    readonly ports: Ports;
    readonly keeper: WorkbookKeeper;
    readonly jobs: Jobs;
    readonly findPreview: (job: string) => CheckedPreview;
  },
  input: Input,
): Promise<OutputOf<'start-not-taken-sheet'>> {
  const { ports, keeper, jobs } = parts;
  refusePathFromPage(ports, input.path);
  const { occasion, rows } = listOf(parts, input.from);
  const { partnership, round, marking, folder } = keeper.view();
  const generatedAt = ports.clock.now().toISOString();
  const suggested = suggestedFileName(
    [marking, 'Not taken', partnership, round, generatedAt.slice(0, 10)],
    '.xlsx',
  );
  const given = input.path ?? (await ports.dialogs.chooseSavePath('Save what was not taken', suggested));
  if (given === null) return { job: null };
  const target = path.resolve(given);
  if (path.extname(target).toLowerCase() !== '.xlsx')
    throw new WorkbookError('file-kind', 'The name of the file has to end in .xlsx.');
  refuseWithinWorkbook(folder, target);
  const about = { partnership, round, marking, occasion, generatedAt, appVersion: ports.appVersion };
  // A dialog has asked already whether a file that is there may be replaced.
  const replace = input.replace ?? input.path === undefined;
  return {
    job: jobs.start('not-taken-sheet', (control) =>
      writeNotTakenSheet({ about, rows }, { target, replace }, control),
    ),
  };
}

function listOf(
  { keeper, findPreview }: Parameters<typeof startNotTakenSheet>[0],
  from: Input['from'],
): { readonly occasion: string; readonly rows: readonly NotTakenRow[] } {
  if (from.kind === 'preview') {
    return {
      occasion: 'Files that were checked and not brought together yet',
      rows: notTakenOfPreview(findPreview(from.job).checked.sources),
    };
  }
  const found = keeper
    .current()
    .consolidations.list()
    .find(({ id }) => id === from.id);
  if (found === undefined)
    throw new WorkbookError('not-found', 'This bringing together is not known any more.');
  return {
    occasion: `Brought together on ${timeInWords(found.at)}`,
    rows: notTakenOfReceipt(found.receipt),
  };
}
