import type { BackupName, BackupReason } from './backupName.ts';

const NEWEST_KEPT = 10;
const DAILY_FOR_DAYS = 14;
const WEEKLY_FOR_DAYS = 12 * 7;
const BEFORE_BIG_STEPS_FOR_DAYS = 90;
const DAY = 86_400_000;

const bigSteps: ReadonlySet<BackupReason> = new Set([
  'before-migration',
  'before-restore',
  'before-merge',
  'before-import',
]);

type Candidate = BackupName & { readonly content: unknown };

/**
 * The backups that are no longer kept: all but the last 10, the last of each day for 14 days, the last of each week for
 * 12 weeks, those before a merge, import, migration or restoration for 90 days, and always the last verified one.
 *
 * "Last" goes by the backups' numbers, so that a clock set wrong cannot make the newest look old.
 */
export function backupsToRemove<Backup extends Candidate>(
  backups: readonly Backup[],
  now: Date,
): readonly Backup[] {
  const newestFirst = backups.toSorted((left, right) => right.number - left.number);
  const kept = new Set<Backup>(newestFirst.slice(0, NEWEST_KEPT));
  const lastVerified = newestFirst.find((backup) => backup.content !== undefined);
  if (lastVerified !== undefined) kept.add(lastVerified);

  const days = new Set<number>();
  const weeks = new Set<number>();
  for (const backup of newestFirst) {
    const age = (now.getTime() - backup.madeAt.getTime()) / DAY;
    const day = Math.floor(backup.madeAt.getTime() / DAY);
    // 1 January 1970 was a Thursday; weeks begin on Mondays.
    const week = Math.floor((day + 3) / 7);
    const lastOfDay = age <= DAILY_FOR_DAYS && !days.has(day);
    const lastOfWeek = age <= WEEKLY_FOR_DAYS && !weeks.has(week);
    const beforeBigStep = age <= BEFORE_BIG_STEPS_FOR_DAYS && bigSteps.has(backup.reason);
    if (lastOfDay || lastOfWeek || beforeBigStep) kept.add(backup);
    days.add(day);
    weeks.add(week);
  }
  return newestFirst.filter((backup) => !kept.has(backup));
}
