import { existsSync, statSync } from 'node:fs';
import type { CheckState } from '../../../shared/api/views/workbookView.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { turnsOf } from '../../store/connectionTurns.ts';
import { checkQuickly } from '../../store/file/checkQuickly.ts';
import { allowCheckpoints, holdCheckpoints } from '../../store/file/checkpoints.ts';
import { forgetEarlyChanges, keepEarlyChanges } from '../../store/file/earlyChanges.ts';
import { failureCode } from '../../store/file/fileFailure.ts';
import { verifyInBackground } from '../../store/file/verifyInBackground.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import type { NewRecord } from '../../store/recordWriter.ts';
import type { StoreDatabase } from '../../store/storeDatabase.ts';
import type { Logger } from '../ports.ts';

/** What is known of an open workbook's soundness, and what may be written meanwhile. */
export type WorkbookChecks = ReturnType<typeof workbookChecks>;

/**
 * Checks a workbook that has just been opened, off the main thread. Until its structure is known to be sound, the database
 * file is only read: what is saved stays in the log, and changes are kept once more beside it (docs/decisions/0005).
 * `onNotice` is told, as a sentence, what the person should know although the workbook itself is sound.
 */
export function workbookChecks(
  database: StoreDatabase,
  folder: string,
  logger: Logger,
  onNotice: (sentence: string) => void,
) {
  const paths = workbookPaths(folder);
  let check: CheckState = 'checking';
  let isStructureSound = false;
  let verification: Promise<void> | undefined;
  let tellStructure = (): void => {};
  const structureKnown = new Promise<void>((resolve) => {
    tellStructure = resolve;
  });
  holdCheckpoints(database);

  function noteStructure(isSound: boolean): void {
    if (isStructureSound || check === 'damaged') return;
    if (isSound) {
      isStructureSound = true;
      allowCheckpoints(database);
      forgetEarly();
    } else {
      check = 'damaged';
      logger.error('The structure of the workbook is damaged');
    }
    tellStructure();
  }

  /** What cannot be removed now is removed after the next opening; until then it says nothing that the log does not. */
  function forgetEarly(): void {
    try {
      forgetEarlyChanges(paths);
    } catch (cause) {
      logger.error('The changes kept beside the workbook could not be removed', cause);
    }
  }

  /** On this thread, for when there is no other way. */
  function checkStructureNow(): void {
    try {
      checkQuickly(database);
    } catch (cause) {
      if (failureCode(cause) !== 'damaged') throw cause;
      noteStructure(false);
      return;
    }
    noteStructure(true);
  }

  const isStructureKnown = (): boolean => isStructureSound || check === 'damaged';

  function assertNotDamaged(): void {
    if (check === 'damaged') throw damaged(folder, existsSync(paths.earlyChanges));
  }

  function begin(signal: AbortSignal): Promise<void> {
    verification ??= verify(signal);
    return verification;
  }

  async function verify(signal: AbortSignal): Promise<void> {
    try {
      const report = await verifyInBackground(database, folder, { signal, onStructure: noteStructure });
      if (report.damagedFiles > 0) onNotice(damagedFiles(report.damagedFiles));
      noteVerified(report.sound);
      if (report.problems.length > 0)
        logger.error(`The check found ${report.problems.length} problems`, report.problems);
    } catch (cause) {
      if (signal.aborted) return;
      logger.error('The check of the workbook did not succeed', cause);
      if (failureCode(cause) === 'damaged') noteStructure(false);
      // There was no room for a copy to check, say.
      else await turnsOf(database).share(checkStructureNow);
    }
  }

  /** A workbook that was found damaged stays so until it is restored; no more is written to it. */
  function noteVerified(isSound: boolean): void {
    if (check === 'damaged') return;
    if (isSound) noteStructure(true);
    check = isSound ? 'sound' : 'damaged';
  }

  return {
    state: (): CheckState => check,
    /** Whether the structure was found damaged: then the file must stay as it is. */
    isStructureDamaged: (): boolean => check === 'damaged' && !isStructureSound,
    noteVerified,

    /** To be asked before each change. @throws WorkbookError `damaged`. */
    assertNotDamaged,

    /** To be told of changes that have been committed. @throws WorkbookError `damaged`: do not say that they are saved. */
    noteWritten(records: readonly NewRecord[]): void {
      if (isStructureSound || records.length === 0) return;
      try {
        keepEarlyChanges(paths, records);
      } catch (cause) {
        logger.error('Changes could not be kept beside the workbook', cause);
        checkStructureNow();
        assertNotDamaged();
      }
    },

    /** The check of the structure and then of every fingerprint; begun once, however often it is asked for. */
    verify: begin,

    /**
     * Resolves once the structure is known to be sound, and has it checked when nobody has yet.
     *
     * @throws WorkbookError `damaged`; `cancelled` when the workbook is closed before.
     */
    async untilSound(signal: AbortSignal): Promise<void> {
      if (!isStructureKnown()) await Promise.race([structureKnown, begin(signal)]);
      assertNotDamaged();
      if (!isStructureSound)
        throw new WorkbookError('cancelled', 'The workbook was closed. Nothing was changed.');
    },

    /**
     * To be called before the workbook is closed: ends the check. Where something was saved, that is not before the structure
     * is known, as closing brings the log into the database.
     */
    async end(stop: AbortController): Promise<void> {
      if (!isStructureKnown() && hasLog(database)) {
        if (verification !== undefined) await Promise.race([structureKnown, verification]);
        if (!isStructureKnown()) checkStructureNow();
      }
      stop.abort();
      await verification;
    },
  };
}

function hasLog(database: StoreDatabase): boolean {
  const log = `${database.name}-wal`;
  return existsSync(log) && statSync(log).size > 0;
}

function damagedFiles(count: number): string {
  const which =
    count === 1
      ? 'One attached file is not what was attached, or cannot be read.'
      : `${count} attached files are not what was attached, or cannot be read.`;
  return `${which} “Check everything now”, under “Backups and check”, names what it finds. Everything that was written is sound; attach the files again from where they came from.`;
}

function damaged(folder: string, isMoreKept: boolean): WorkbookError {
  const kept = isMoreKept
    ? ' What was saved since it was opened is kept, and is added to the backup that you choose.'
    : '';
  return new WorkbookError(
    'damaged',
    `The workbook in ${folder} is damaged, and nothing more is written to it. Choose one of its backups to go on from.${kept}`,
  );
}
