import path from 'node:path';
import type { WorkbookView } from '../../../shared/api/views/workbookView.ts';
import { PARTNERSHIP_VOICE } from '../../../shared/domain/entityIdentity.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { turnsOf } from '../../store/connectionTurns.ts';
import { clearUnsettledAttachments } from '../../store/consolidation/takeInAttachments.ts';
import type { BackupReason } from '../../store/file/backupName.ts';
import { checkQuickly } from '../../store/file/checkQuickly.ts';
import { closeDatabase } from '../../store/file/closeDatabase.ts';
import { createDatabase } from '../../store/file/createDatabase.ts';
import { makeBackup, type BackupOptions } from '../../store/file/makeBackup.ts';
import { openDatabase } from '../../store/file/openDatabase.ts';
import { refuseUnsafeFolder } from '../../store/file/refuseUnsafeFolder.ts';
import { restoreBackup } from '../../store/file/restoreBackup.ts';
import type { StoreDatabase } from '../../store/storeDatabase.ts';
import { verifyInBackground } from '../../store/file/verifyInBackground.ts';
import type { Edit } from '../changes/recordEditor.ts';
import type { Ports } from '../ports.ts';
import { indexWhenIdle } from './indexWhenIdle.ts';
import { openWorkbook, type OpenWorkbook } from './openWorkbook.ts';
import { workbookViewOf } from './workbookViewOf.ts';
import type { Laptop } from '../start/laptop.ts';

/** The structure is checked this long after opening, or before the first change, whichever comes first. */
const CHECK_AFTER_MILLISECONDS = 1_500;
const BACKUP_EVERY_MILLISECONDS = 15 * 60_000;
/** Every fingerprint is checked off the main thread once people have got going. */
const VERIFY_AFTER_MILLISECONDS = 4_000;

type Kept = {
  readonly workbook: OpenWorkbook;
  check: WorkbookView['check'];
  /** What the person should know although the workbook could be opened. */
  notice: string | null;
  quicklyChecked: boolean;
  /** The end of all background work so far: one piece at a time, and none when the workbook is closed. */
  background: Promise<void>;
  readonly timers: NodeJS.Timeout[];
  /** Stops what runs in the background. */
  readonly stop: AbortController;
};

/** Keeps the one workbook that is open: opening, closing, backing up, restoring. */
export type WorkbookKeeper = ReturnType<typeof workbookKeeper>;

/** Nothing is open yet. */
export function workbookKeeper(ports: Ports, laptop: Laptop) {
  let kept: Kept | undefined;

  function current(): OpenWorkbook {
    if (kept === undefined) throw new WorkbookError('no-workbook', 'No workbook is open. Open one first.');
    return kept.workbook;
  }

  /** A damaged structure stops the first change, before anything is written onto it. */
  function ensureChecked(holder: Kept): void {
    if (holder.check === 'damaged') throw damaged(holder.workbook.folder);
    if (holder.quicklyChecked) return;
    try {
      checkQuickly(holder.workbook.database);
      holder.quicklyChecked = true;
    } catch (cause) {
      holder.check = 'damaged';
      throw cause;
    }
  }

  function open(folder: string): WorkbookView {
    if (kept !== undefined) {
      if (path.resolve(kept.workbook.folder) === path.resolve(folder)) return view();
      throw new WorkbookError('locked', 'Another workbook is open. Close it first.');
    }
    refuseUnsafeFolder(folder);
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
      clearUnsettledAttachments(database, folder);
      return keep(database, folder, notice);
    });
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
    notice: string | null,
  ): { readonly holder: Kept; readonly opened: WorkbookView } {
    const workbook = openWorkbook({
      database,
      folder,
      clock: ports.clock,
      ids: ports.ids,
      app: ports.appVersion,
      author: () => laptop.settings().author,
      beforeWrite: () => ensureChecked(holder),
    });
    const holder: Kept = {
      workbook,
      check: 'checking',
      notice,
      quicklyChecked: false,
      background: Promise.resolve(),
      timers: [],
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
    holder.timers.push(
      setTimeout(
        inBackground(async () => {
          await share(() => ensureChecked(holder));
          keepIndexed(holder);
        }, 'The check of the structure'),
        CHECK_AFTER_MILLISECONDS,
      ),
      setTimeout(
        inBackground(() => verifyKept(holder), 'The check of the fingerprints'),
        VERIFY_AFTER_MILLISECONDS,
      ),
      setInterval(
        inBackground(() => backUpIfSound('automatic'), 'A backup'),
        BACKUP_EVERY_MILLISECONDS,
      ),
    );
    // Watching must not keep a script or a test running.
    for (const timer of holder.timers) timer.unref();
  }

  async function verifyKept(holder: Kept): Promise<void> {
    const { database, folder } = holder.workbook;
    const { sound, problems } = await verifyInBackground(database, folder, { signal: holder.stop.signal });
    noteVerified(folder, sound);
    if (!sound) ports.logger.error(`The check found ${problems.length} problems`, problems);
    if (sound && kept === holder) await backUp('opened', { signal: holder.stop.signal });
  }

  /** A workbook that was found damaged stays so until it is restored; no more is written to it. */
  function noteVerified(folder: string, sound: boolean): void {
    if (kept?.workbook.folder !== folder || kept.check === 'damaged') return;
    kept.check = sound ? 'sound' : 'damaged';
  }

  async function backUpIfSound(reason: BackupReason): Promise<void> {
    if (kept?.check !== 'damaged') await backUp(reason);
  }

  /** A verified backup of the open workbook; where nothing has changed since the last, that one stands. */
  async function backUp(reason: BackupReason, options: BackupOptions = {}) {
    const workbook = current();
    return turnsOf(workbook.database).share(async () => {
      workbook.changes.seal();
      const secondFolder = laptop.settings().secondBackupFolder;
      const outcome = await makeBackup(workbook.database, workbook.folder, reason, ports.clock, {
        secondFolder,
        ...options,
      });
      // What was saved while the copy was being made may be in it.
      workbook.changes.seal();
      return outcome;
    });
  }

  /** Uses the open workbook beside others; while somebody has it alone, when they have ended. */
  function share<Result>(use: () => Result | Promise<Result>): Result | Promise<Result> {
    if (kept === undefined) return use();
    const turns = turnsOf(kept.workbook.database);
    // Another workbook may be open by then, or none.
    return turns.isTaken() ? turns.free().then(() => share(use)) : turns.share(use);
  }

  async function close(): Promise<void> {
    const holder = kept;
    if (holder === undefined) return;
    for (const timer of holder.timers) clearTimeout(timer);
    holder.stop.abort();
    await holder.background;
    try {
      if (holder.check !== 'damaged') await backUp('closed');
    } catch (cause) {
      // A backup that can't be made, on a full disk say, must not keep the workbook from being closed in order.
      ports.logger.error('The backup at closing did not succeed', cause);
    }
    kept = undefined;
    closeDatabase(holder.workbook.database);
  }

  function view(): WorkbookView {
    const workbook = current();
    return workbookViewOf(workbook, { check: kept?.check ?? 'checking', notice: kept?.notice ?? null });
  }

  return {
    current,
    isOpen: (): boolean => kept !== undefined,
    open,
    close,
    view,
    share,
    backUp,
    noteVerified,

    /** Puts the notice of how the workbook was found away. */
    dismissNotice(): WorkbookView {
      current();
      if (kept !== undefined) kept.notice = null;
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
      restoreBackup(folder, backup, { now: ports.clock.now(), newReplica: ports.ids.randomHex(8) });
      return open(folder);
    },
  };
}

function damaged(folder: string): WorkbookError {
  return new WorkbookError(
    'damaged',
    `The workbook in ${folder} is damaged, and nothing more is written to it. Choose one of its backups to go on from.`,
  );
}
