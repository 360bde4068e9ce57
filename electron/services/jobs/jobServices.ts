import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BackupView } from '../../../shared/api/views/workbookView.ts';
import type { BackupReason } from '../../store/file/backupName.ts';
import { verifyInBackground } from '../../store/file/verifyInBackground.ts';
import { listBackups } from '../../store/file/listBackups.ts';
import { refuseUnsafeFolder } from '../../store/file/refuseUnsafeFolder.ts';
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
  | 'list-backups'
  | 'restore-backup'
  | 'show-in-folder'
  | 'save-emergency-text';

const reasons: Readonly<Record<BackupReason, string>> = {
  opened: 'After opening',
  automatic: 'While working',
  closed: 'At closing',
  asked: 'Asked for',
  'before-migration': 'Before an upgrade',
  'before-restore': 'Before restoring a backup',
  'before-merge': 'Before a consolidation',
  'before-import': 'Before an import',
};

/** Long work, backups, and what writes files outside the workbook. */
export function jobServices(parts: {
  readonly ports: Ports;
  readonly keeper: WorkbookKeeper;
  readonly jobs: Jobs;
  readonly closeWorkbook: () => Promise<void>;
}): Pick<Services, JobOperation> {
  const { ports, keeper, jobs, closeWorkbook } = parts;

  /** A folder that a page names is refused by its name before it is looked at. */
  function placeOf(folder: string | undefined): string {
    if (folder === undefined) return keeper.current().folder;
    refuseUnsafeFolder(folder);
    return folder;
  }

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
    'list-backups': ({ folder }) => ({
      backups: backupViews(placeOf(folder)),
      secondFolderProblem: folder === undefined ? keeper.secondFolderProblem() : null,
    }),
    'restore-backup': async ({ folder, backup }) => {
      const place = placeOf(folder);
      await closeWorkbook();
      return keeper.restore(place, backup);
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

function backupViews(folder: string): BackupView[] {
  return listBackups(workbookPaths(folder).backups).map((backup) => ({
    name: backup.name,
    madeAt: backup.madeAt.toISOString(),
    reason: reasons[backup.reason],
    bytes: backup.bytes,
    answers: backup.content?.answers ?? 0,
    evidence: backup.content?.evidence ?? 0,
    verified: backup.content !== undefined,
  }));
}
