import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { verifyInBackground } from '../../store/file/verifyInBackground.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import type { Ports } from '../ports.ts';
import { refuseWithinWorkbook } from '../refuseWithinWorkbook.ts';
import type { Services } from '../services.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import type { Jobs } from './jobs.ts';
import { startExport } from './startExport.ts';

type JobOperation =
  | 'start-export'
  | 'start-verification'
  | 'start-backup'
  | 'read-job'
  | 'cancel-job'
  | 'show-in-folder'
  | 'save-emergency-text';

/** Long work, and what writes files outside the workbook. */
export function jobServices(parts: {
  readonly ports: Ports;
  readonly keeper: WorkbookKeeper;
  readonly jobs: Jobs;
}): Pick<Services, JobOperation> {
  const { ports, keeper, jobs } = parts;

  return {
    'start-export': (input) => startExport({ ports, keeper, jobs }, input),
    'start-verification': () => {
      const { database, folder } = keeper.current();
      const job = jobs.start('verification', async ({ report, signal }) => {
        const found = await verifyInBackground(database, folder, { onProgress: report, signal });
        keeper.noteVerified(folder, found.sound);
        return {
          path: folder,
          counts: [
            { name: 'Changes', count: found.records },
            { name: 'Entries', count: found.entities },
            { name: 'Pieces of evidence', count: found.evidence },
            { name: 'Files', count: found.attachments },
            { name: 'Problems', count: found.problems.length },
          ],
          fingerprint: '',
          notes: found.problems.map(({ what, where }) => `${what}: ${where}`),
          finishedAt: ports.clock.now().toISOString(),
        };
      });
      return { job };
    },
    'start-backup': () => {
      const { folder } = keeper.current();
      const job = jobs.start('backup', async ({ report, signal }) => {
        const { backup, secondFolderProblem } = await keeper.backUp('asked', {
          signal,
          onProgress: (share) => report(share * 0.8, 'Copying, then reading the copy back'),
        });
        return {
          path: path.join(workbookPaths(folder).backups, backup.name),
          counts: [
            { name: 'Changes', count: backup.content?.records ?? 0 },
            { name: 'Answers', count: backup.content?.answers ?? 0 },
            { name: 'Pieces of evidence', count: backup.content?.evidence ?? 0 },
          ],
          fingerprint: backup.content?.content ?? '',
          notes: secondFolderProblem === null ? [] : [secondFolderProblem],
          finishedAt: ports.clock.now().toISOString(),
        };
      });
      return { job };
    },
    'read-job': ({ job }) => jobs.read(job),
    'cancel-job': ({ job }) => {
      jobs.cancel(job);
      return {};
    },
    'show-in-folder': async ({ path: shown }) => {
      await ports.desktop.showInFolder(shown);
      return {};
    },
    'save-emergency-text': async ({ text }) => {
      const chosen = await ports.dialogs.chooseSavePath('Save the text', 'unsaved text.txt');
      if (chosen !== null && keeper.isOpen()) refuseWithinWorkbook(keeper.current().folder, chosen);
      if (chosen !== null) await writeFile(chosen, text, 'utf8');
      return { path: chosen };
    },
  };
}
