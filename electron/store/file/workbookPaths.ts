import path from 'node:path';

/** The places of one workbook's folder. The folder's layout is part of the file format. */
export type WorkbookPaths = {
  readonly folder: string;
  readonly database: string;
  readonly attachments: string;
  readonly backups: string;
  /** Temporary files; emptied whenever the workbook is opened. */
  readonly work: string;
  /** Copies of the database and its log as they were found after the program had not been closed properly. */
  readonly recovery: string;
  readonly lockNote: string;
  /** Changes saved before the database was known to be sound, once more; see earlyChanges.ts. */
  readonly earlyChanges: string;
  /** A verified file on its way to become the database; see restoreBackup.ts. */
  readonly restored: string;
  /** Packets and a returned workbook to practise on, which only a rehearsal has. */
  readonly rehearsal: string;
};

/** Where everything lies in the workbook at `folder`. */
export function workbookPaths(folder: string): WorkbookPaths {
  return {
    folder,
    database: path.join(folder, 'workbook.sqlite'),
    attachments: path.join(folder, 'attachments'),
    backups: path.join(folder, 'backups'),
    work: path.join(folder, 'work'),
    recovery: path.join(folder, 'recovery'),
    lockNote: path.join(folder, 'workbook.lock'),
    earlyChanges: path.join(folder, 'changes since opening.ndjson'),
    restored: path.join(folder, 'restored.sqlite'),
    rehearsal: path.join(folder, 'rehearsal'),
  };
}

/** The files that belong to a database under its name; they must never be parted from it or meet another. */
export const companionEndings = ['-wal', '-shm', '-journal'] as const;
