import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupName, backupReasons, parseBackupName } from '../../../electron/store/file/backupName.ts';
import { backupsToRemove } from '../../../electron/store/file/backupsToRemove.ts';

const DAY = 86_400_000;
const now = new Date('2026-06-30T12:00:00.000Z');

function made(
  number: number,
  daysAgo: number,
  reason: (typeof backupReasons)[number] = 'automatic',
  verified = true,
) {
  return {
    ...backupName(number, new Date(now.getTime() - daysAgo * DAY), reason),
    content: verified ? {} : undefined,
  };
}

function kept(backups: readonly ReturnType<typeof made>[]): readonly number[] {
  const removed = new Set(backupsToRemove(backups, now));
  return backups.filter((backup) => !removed.has(backup)).map(({ number }) => number);
}

describe('the rotation of backups', () => {
  it('keeps the last ten however close together', () => {
    expect(kept(Array.from({ length: 14 }, (_, index) => made(index + 1, 0)))).toEqual([
      5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
    ]);
  });

  it('keeps the last of each day for 14 days and of each week for 12 weeks', () => {
    const twiceADay = Array.from({ length: 400 }, (_, index) => made(index + 1, (399 - index) / 2));
    const days = twiceADay
      .filter(({ number }) => kept(twiceADay).includes(number))
      .map(({ madeAt }) => (now.getTime() - madeAt.getTime()) / DAY);
    // Five days with both (the last ten), nine or ten further days, ten or eleven further weeks.
    expect(days.length).toBeGreaterThanOrEqual(10 + 9 + 9);
    expect(days.length).toBeLessThanOrEqual(10 + 10 + 11);
    expect(Math.max(...days)).toBeLessThanOrEqual(84);
  });

  it('keeps those before big steps for 90 days', () => {
    const recent = Array.from({ length: 12 }, (_, index) => made(index + 10, 0));
    expect(kept([made(1, 89, 'before-merge'), made(2, 91, 'before-merge'), ...recent])).toContain(1);
    expect(kept([made(1, 89, 'before-merge'), made(2, 91, 'before-merge'), ...recent])).not.toContain(2);
  });

  it('keeps the last verified one however old', () => {
    const unverified = Array.from({ length: 12 }, (_, index) => made(index + 10, 0, 'asked', false));
    expect(kept([made(1, 900), ...unverified])).toContain(1);
  });

  it('keeps the newest by number when the clock was set back', () => {
    const future = Array.from({ length: 30 }, (_, index) => made(index + 1, -100));
    expect(kept([...future, made(31, 400)])).toContain(31);
  });

  it('never leaves fewer than ten, whatever was made when', () => {
    const any = fc.array(
      fc.tuple(fc.integer({ min: -400, max: 4_000 }), fc.constantFrom(...backupReasons), fc.boolean()),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(any, (list) => {
        const backups = list.map(([days, reason, verified], index) =>
          made(index + 1, days, reason, verified),
        );
        const left = kept(backups);
        expect(left.length).toBeGreaterThanOrEqual(Math.min(10, backups.length));
        const lastVerified = backups.findLast(({ content }) => content !== undefined);
        if (lastVerified !== undefined) expect(left).toContain(lastVerified.number);
      }),
      { seed: 2026, numRuns: 300 },
    );
  });
});

describe('a backup’s name', () => {
  it('says its number, time and reason and nothing else is taken for one', () => {
    const backup = backupName(12, now, 'before-merge');
    expect(backup.name).toBe('000012 2026-06-30T12.00.00.000Z before-merge.sqlite');
    expect(parseBackupName(backup.name)).toEqual(backup);
    for (const name of [
      'workbook.sqlite',
      '../000012 2026-06-30T12.00.00.000Z asked.sqlite',
      '000012 2026-06-30T12.00.00.000Z because.sqlite',
    ]) {
      expect(parseBackupName(name)).toBeUndefined();
    }
  });
});
