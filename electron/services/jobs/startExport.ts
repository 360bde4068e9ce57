import path from 'node:path';
import type { InputOf, OutputOf } from '../../../shared/api/contract.ts';
import { exportWorkbook } from '../export/exportWorkbook.ts';
import { suggestedFileName } from '../export/suggestedFileName.ts';
import type { Ports } from '../ports.ts';
import { refusePathFromPage } from '../refusePathFromPage.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import type { Jobs } from './jobs.ts';

/** Asks where to, unless the input says so, and starts the export; no job when the person changed their mind. */
export async function startExport(
  parts: { readonly ports: Ports; readonly keeper: WorkbookKeeper; readonly jobs: Jobs },
  input: InputOf<'start-export'>,
): Promise<OutputOf<'start-export'>> {
  const { ports, keeper, jobs } = parts;
  refusePathFromPage(ports, input.path);
  const { marking, partnership, round } = keeper.view();
  const today = ports.clock.now().toISOString().slice(0, 10);
  // Marking first, so that it can't be overlooked in a folder; then whose, which round and when.
  const suggested = suggestedFileName([marking, partnership, round, 'self-evaluation', today], '.xlsx');
  const target = input.path ?? (await ports.dialogs.chooseSavePath('Export to Excel', suggested));
  if (target === null) return { job: null };

  const { database, folder, changes } = keeper.current();
  const job = jobs.start('export', async ({ report, signal }) => {
    changes.seal();
    const request = {
      target: path.resolve(target),
      // A dialog has asked already whether a file that is there may be replaced.
      replace: input.replace ?? input.path === undefined,
      generatedAt: ports.clock.now().toISOString(),
      appVersion: ports.appVersion,
      ...(input.password === undefined ? {} : { password: input.password }),
    };
    const receipt = await exportWorkbook(database, folder, request, { onProgress: report, signal });
    return {
      path: request.target,
      counts: [...receipt.counts],
      fingerprint: receipt.fingerprint,
      notes: [...receipt.notes],
      finishedAt: ports.clock.now().toISOString(),
    };
  });
  return { job };
}
