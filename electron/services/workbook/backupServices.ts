import { rmSync } from 'node:fs';
import path from 'node:path';
import type { BackupView, WorkbookView } from '../../../shared/api/views/workbookView.ts';
import type { BackupReason } from '../../store/file/backupName.ts';
import { backupsAt } from '../../store/file/backupsAt.ts';
import { copyBackupInto } from '../../store/file/copyBackupInto.ts';
import { listBackups } from '../../store/file/listBackups.ts';
import { refuseUnsafeFolder } from '../../store/file/refuseUnsafeFolder.ts';
import { workbookOfSecondFolder } from '../../store/file/secondFolderName.ts';
import type { Ports } from '../ports.ts';
import type { Services } from '../services.ts';
import { folderName } from '../start/folderName.ts';
import { workbooksFolder } from '../start/readStart.ts';
import type { WorkbookKeeper } from './workbookKeeper.ts';

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

/** The backups of a workbook or of a second folder, and the way back to one of them. */
export function backupServices(parts: {
  readonly ports: Ports;
  readonly keeper: WorkbookKeeper;
  readonly closeWorkbook: () => Promise<void>;
}): Pick<Services, 'list-backups' | 'restore-backup'> {
  const { ports, keeper, closeWorkbook } = parts;

  /** A folder that a page names is refused by its name before it is looked at. */
  function placeOf(folder: string | undefined): string {
    if (folder === undefined) return keeper.folder();
    refuseUnsafeFolder(folder);
    return folder;
  }

  /** What was refused has changed nothing, and leaves open what was. */
  async function reopeningOnFailure(restore: () => Promise<WorkbookView>): Promise<WorkbookView> {
    const open = keeper.isOpen() ? keeper.current().folder : null;
    await closeWorkbook();
    try {
      return await restore();
    } catch (cause) {
      if (open !== null && !keeper.isOpen()) reopen(open);
      throw cause;
    }
  }

  function reopen(folder: string): void {
    try {
      keeper.open(folder);
    } catch (cause) {
      // The person is told why the restoration failed; the next call that no workbook is open.
      ports.logger.error('The workbook was not opened again', cause);
    }
  }

  /** A workbook of its own on this computer: the second folder may be on a stick, and keeps its backups as they are. */
  async function restoreElsewhere(backups: string, backup: string): Promise<WorkbookView> {
    const title = workbookOfSecondFolder(path.basename(backups));
    const folder = path.join(workbooksFolder(ports), folderName(title, ports));
    try {
      copyBackupInto(folder, backups, backup);
      return await keeper.restore(folder, backup);
    } catch (cause) {
      if (!keeper.isOpen()) rmSync(folder, { recursive: true, force: true });
      throw cause;
    }
  }

  return {
    'list-backups': ({ folder }) => ({
      backups: listBackups(backupsAt(placeOf(folder))).map((backup) => ({
        name: backup.name,
        madeAt: backup.madeAt.toISOString(),
        reason: reasons[backup.reason],
        bytes: backup.bytes,
        answers: backup.content?.answers ?? 0,
        evidence: backup.content?.evidence ?? 0,
        verified: backup.content !== undefined,
      })) satisfies BackupView[],
      secondFolderProblem: folder === undefined && keeper.isOpen() ? keeper.secondFolderProblem() : null,
    }),
    'restore-backup': ({ folder, backup }) => {
      const place = placeOf(folder);
      const isElsewhere = backupsAt(place) === place;
      return reopeningOnFailure(() =>
        isElsewhere ? restoreElsewhere(place, backup) : keeper.restore(place, backup),
      );
    },
  };
}
