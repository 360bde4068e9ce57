import path from 'node:path';
import type { WorkbookView } from '../../../shared/api/views/workbookView.ts';
import { PARTNERSHIP_VOICE } from '../../../shared/domain/entityIdentity.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { turnsOf } from '../../store/connectionTurns.ts';
import { clearUnsettledAttachments } from '../../store/consolidation/takeInAttachments.ts';
import type { BackupReason } from '../../store/file/backupName.ts';
import { closeDatabase } from '../../store/file/closeDatabase.ts';
import { closeUntouched } from '../../store/file/closeUntouched.ts';
import { createDatabase } from '../../store/file/createDatabase.ts';
import { takeInEarlyChanges } from '../../store/file/earlyChanges.ts';
import type { BackupOptions } from '../../store/file/makeBackup.ts';
import { openDatabase } from '../../store/file/openDatabase.ts';
import { refuseUnsafeFolder } from '../../store/file/refuseUnsafeFolder.ts';
import { restoreBackup } from '../../store/file/restoreBackup.ts';
import type { StoreDatabase } from '../../store/storeDatabase.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import type { Edit } from '../changes/recordEditor.ts';
import type { Ports } from '../ports.ts';
import { earlyChangesSentence } from './earlyChangesSentence.ts';
import { indexWhenIdle } from './indexWhenIdle.ts';
import { openWorkbook, type OpenWorkbook } from './openWorkbook.ts';
import { workbookBackups, type WorkbookBackups } from './workbookBackups.ts';
import { restoredSentence } from './restoredSentence.ts';
import { workbookChecks, type WorkbookChecks } from './workbookChecks.ts';
import { workbookViewOf } from './workbookViewOf.ts';
import type { Laptop } from '../start/laptop.ts';

/** The check, off the main thread, begins once the first screen is there. */
const CHECK_AFTER_MILLISECONDS = 1_500;
const BACKUP_EVERY_MILLISECONDS = 15 * 60_000;

type Kept = {
  readonly workbook: OpenWorkbook;
  readonly checks: WorkbookChecks;
  readonly backups: WorkbookBackups;
  /** What the person should know although the workbook could be opened. */
  notice: string | null;
  /** The end of all background work so far: one piece at a time, and none when the workbook is closed. */
  background: Promise<void>;
  /** What is still to be begun by itself: each is let go of when it is called. */
  readonly waiting: (() => void)[];
  /** Stops what runs in the background. */
  readonly stop: AbortController;
  closing?: Promise<void>;
};

/** Keeps the one workbook that is open: opening, closing, backing up, restoring. */
export type WorkbookKeeper = ReturnType<typeof workbookKeeper>;

/** Nothing is open yet. */
export function workbookKeeper(ports: Ports, laptop: Laptop) {
  let kept: Kept | undefined;
  let refused: string | null = null;

  function holding(): Kept {
    if (kept === undefined) throw new WorkbookError('no-workbook', 'No workbook is open. Open one first.');
    return kept;
  }

  function current(): OpenWorkbook {
    return holding().workbook;
  }

  function open(folder: string): WorkbookView {
    if (kept !== undefined) {
      if (path.resolve(kept.workbook.folder) === path.resolve(folder)) return view();
      throw new WorkbookError('locked', 'Another workbook is open. Close it first.');
    }
    refuseUnsafeFolder(folder);
    refused = folder;
    let notice: string | null = null;
    const database = openDatabase(folder, {
      now: ports.clock.now(),
      quickCheck: false,
      onNotice: (sentence) => {
        ports.logger.info('The workbook was not closed properly');
        notice = sentence;
      },
    });
    const { holder, opened } = closingOnFailure(database, () => {
      const checks: WorkbookChecks = workbookChecks(database, folder, ports.logger, (sentence) => {
        if (kept?.checks === checks) kept.notice = noticeOf(kept.notice, sentence);
      });
      clearUnsettledAttachments(database, folder);
      const early = takeInEarlyChanges(database, workbookPaths(folder));
      if (early > 0) notice = noticeOf(notice, earlyChangesSentence(early));
      return keep(database, folder, checks, notice);
    });
    refused = null;
    watch(holder);
    laptop.noteOpened({
      folder,
      partnership: opened.partnership,
      round: opened.round,
      openedAt: ports.clock.now().toISOString(),
    });
    return opened;
  }

  function keep(
    database: StoreDatabase,
    folder: string,
    checks: WorkbookChecks,
    notice: string | null,
  ): { readonly holder: Kept; readonly opened: WorkbookView } {
    const workbook = openWorkbook({
      database,
      folder,
      clock: ports.clock,
      ids: ports.ids,
      app: ports.appVersion,
      author: () => laptop.settings().author,
      beforeWrite: checks.assertNotDamaged,
      afterWrite: checks.noteWritten,
    });
    const holder: Kept = {
      workbook,
      checks,
      backups: workbookBackups(workbook, laptop),
      notice,
      background: Promise.resolve(),
      waiting: [],
      stop: new AbortController(),
    };
    kept = holder;
    return { holder, opened: view() };
  }

  /** A file that can be opened may still not be readable; then nothing is left open. */
  function closingOnFailure<Result>(database: StoreDatabase, use: () => Result): Result {
    try {
      return use();
    } catch (cause) {
      kept = undefined;
      closeDatabase(database);
      throw cause;
    }
  }

  function keepIndexed({ workbook, stop }: Kept): void {
    indexWhenIdle(workbook, stop.signal).catch((cause: unknown) =>
      ports.logger.error('Indexing did not succeed', cause),
    );
  }

  function watch(holder: Kept): void {
    const inBackground = (work: () => void | Promise<void>, what: string) => () => {
      if (kept !== holder) return;
      holder.background = holder.background.then(work).catch((cause: unknown) => {
        if (!holder.stop.signal.aborted) ports.logger.error(`${what} did not succeed`, cause);
      });
    };
    const backUpNow = inBackground(async () => {
      await backUp('automatic');
    }, 'A backup');
    const backUpEvery = (): (() => void) => {
      let letGo = (): void => {};
      const wait = (): void => {
        letGo = ports.later(BACKUP_EVERY_MILLISECONDS, () => {
          wait();
          backUpNow();
        });
      };
      wait();
      return () => letGo();
    };
    const checkNow = inBackground(() => checkKept(holder), 'The check of the workbook');
    holder.waiting.push(ports.later(CHECK_AFTER_MILLISECONDS, checkNow), backUpEvery());
  }

  async function checkKept(holder: Kept): Promise<void> {
    const { checks, stop } = holder;
    const verified = checks.verify(stop.signal);
    await checks.untilSound(stop.signal);
    keepIndexed(holder);
    await verified;
    if (checks.state() === 'sound' && kept === holder) await backUp('opened', { signal: stop.signal });
  }

  function noteVerified(folder: string, sound: boolean): void {
    if (kept?.workbook.folder === folder) kept.checks.noteVerified(sound);
  }

  /** Resolves once the open workbook is known to be sound enough to be built on. @throws WorkbookError `damaged`. */
  async function untilSound(): Promise<void> {
    const { checks, stop } = holding();
    await checks.untilSound(stop.signal);
  }

  /** A verified backup of the open workbook; where nothing has changed since the last, that one stands. */
  async function backUp(reason: BackupReason, options: BackupOptions = {}) {
    await untilSound();
    return holding().backups.make(reason, options);
  }

  /** Uses the open workbook beside others; while somebody has it alone, when they have ended. */
  function share<Result>(use: () => Result | Promise<Result>): Result | Promise<Result> {
    if (kept === undefined) return use();
    const turns = turnsOf(kept.workbook.database);
    // Another workbook may be open by then, or none.
    return turns.isTaken() ? turns.free().then(() => share(use)) : turns.share(use);
  }

  /** A window and the program can end at once: it is closed once, and both wait for it. */
  function close(): Promise<void> {
    if (kept === undefined) return Promise.resolve();
    kept.closing ??= closeKept(kept);
    return kept.closing;
  }

  async function closeKept(holder: Kept): Promise<void> {
    const { checks, workbook } = holder;
    for (const letGo of holder.waiting) letGo();
    await checks.end(holder.stop);
    await holder.background;
    try {
      if (checks.state() !== 'damaged') await holder.backups.make('closed');
    } catch (cause) {
      // A backup that can't be made, on a full disk say, must not keep the workbook from being closed in order.
      ports.logger.error('The backup at closing did not succeed', cause);
    }
    kept = undefined;
    if (checks.isStructureDamaged()) closeUntouched(workbook.database);
    else closeDatabase(workbook.database);
  }

  function view(): WorkbookView {
    const { workbook, checks, notice } = holding();
    return workbookViewOf(workbook, {
      check: checks.state(),
      notice,
      singleKeys: laptop.settings().singleKeys,
    });
  }

  return {
    current,
    isOpen: (): boolean => kept !== undefined,
    /** Of the open workbook, or of the one that could not be opened just now. @throws WorkbookError `no-workbook`. */
    folder: (): string => refused ?? current().folder,
    open,
    close,
    view,
    share,
    untilSound,
    backUp,
    noteVerified,
    secondFolderProblem: (): string | null => holding().backups.secondFolderProblem(),

    /** Puts the notice of how the workbook was found away. */
    dismissNotice(): WorkbookView {
      holding().notice = null;
      return view();
    },

    /** Makes a workbook with its first entries, all or nothing, and opens it. */
    create(folder: string, origin: 'new' | 'example', first: readonly Edit[]): WorkbookView {
      if (kept !== undefined) throw new WorkbookError('locked', 'Another workbook is open. Close it first.');
      refuseUnsafeFolder(folder);
      const properties = {
        id: ports.ids.randomHex(16),
        replica: ports.ids.randomHex(8),
        voice: PARTNERSHIP_VOICE,
        created_at: ports.clock.now().toISOString(),
        origin,
      };
      createDatabase(folder, properties, (database) => {
        const author = (): string => (origin === 'example' ? 'Example' : laptop.settings().author);
        const parts = {
          database,
          folder,
          clock: ports.clock,
          ids: ports.ids,
          app: ports.appVersion,
          author,
          beforeWrite: () => {},
        };
        openWorkbook(parts).changes.applySilently(first);
      });
      return open(folder);
    },

    /** Puts a backup in the workbook's place and opens it; what stood there is kept beside it. */
    async restore(folder: string, backup: string): Promise<WorkbookView> {
      await close();
      const options = { now: ports.clock.now(), newReplica: ports.ids.randomHex(8) };
      const { keptIn } = restoreBackup(folder, backup, options);
      open(folder);
      holding().notice = noticeOf(holding().notice, restoredSentence(folder, keptIn));
      return view();
    },
  };
}

function noticeOf(before: string | null, sentence: string): string {
  return before === null ? sentence : `${before} ${sentence}`;
}
