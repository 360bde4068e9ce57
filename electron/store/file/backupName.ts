/** Why a backup was made. */
export const backupReasons = [
  'opened',
  'automatic',
  'closed',
  'asked',
  'before-migration',
  'before-restore',
  'before-merge',
  'before-import',
] as const;
export type BackupReason = (typeof backupReasons)[number];

/** What a backup's file name says. */
export type BackupName = {
  readonly name: string;
  /** Counts the workbook's backups: their order, whatever the clock was set to. */
  readonly number: number;
  readonly madeAt: Date;
  readonly reason: BackupReason;
};

/** `000012 2026-11-22T01.30.00.000Z asked.sqlite`: sorts by number, and holds no character that Windows refuses. */
export function backupName(number: number, madeAt: Date, reason: BackupReason): BackupName {
  const time = madeAt.toISOString().replaceAll(':', '.');
  return { name: `${String(number).padStart(6, '0')} ${time} ${reason}.sqlite`, number, madeAt, reason };
}

/** What `name` says, or undefined when it is not the name of a backup. */
export function parseBackupName(name: string): BackupName | undefined {
  const match = /^(\d{6,}) (\d{4}-\d\d-\d\dT)(\d\d)\.(\d\d)\.(\d\d\.\d{3}Z) ([a-z-]+)\.sqlite$/.exec(name);
  if (match === null) return undefined;
  const [, number, day, hours, minutes, seconds, word] = match;
  const madeAt = new Date(`${day}${hours}:${minutes}:${seconds}`);
  const reason = backupReasons.find((candidate) => candidate === word);
  if (reason === undefined || Number.isNaN(madeAt.getTime())) return undefined;
  return { name, number: Number(number), madeAt, reason };
}
