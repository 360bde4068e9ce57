import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WorkbookClient } from '../../shared/api/client.ts';
import type { InputOf } from '../../shared/api/contract.ts';
import type { WorkbookView } from '../../shared/api/views/workbookView.ts';
import type { Catalogue } from '../../shared/domain/frameworkSchema.ts';
import type { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Autosave } from './autosave.ts';
import { failureOf } from './failureOf.ts';
import { saveFirst } from './saveFirst.ts';
import type { SettlementDrafts } from './settlementDrafts.ts';
import type { ViewMemory } from './viewMemory.ts';
import type { WalkState } from './walkState.ts';

/** Why a workbook could not be opened, and which. */
export type OpenProblem = {
  readonly folder: string | null;
  readonly failure: WorkbookError;
};

export type SessionState = {
  readonly phase: 'starting' | 'closed' | 'open';
  readonly workbook: WorkbookView | null;
  readonly catalogue: Catalogue | null;
  readonly problem: OpenProblem | null;
  /** Goes up with every change of the workbook; views reload when it does. */
  readonly revision: number;
  /** This copy was just made out of somebody else's: whoever has it is asked for whom it speaks before they write. */
  readonly asksVoice: boolean;
};

export type Session = {
  readonly store: StoreApi<SessionState>;
  /** Takes up the workbook that the host has open already, as after a reload of the page. */
  readonly resume: () => Promise<void>;
  readonly create: (input: InputOf<'create-workbook'>) => Promise<boolean>;
  readonly openExample: () => Promise<boolean>;
  /** Opens the workbook to practise with. */
  readonly openRehearsal: () => Promise<boolean>;
  /**
   * Makes a copy of somebody's workbook out of their packet and opens it; false when no packet was chosen.
   *
   * Throws WorkbookError when the packet is refused: a locked one is asked about where it was chosen.
   */
  readonly createFromPacket: (input: InputOf<'create-from-packet'>) => Promise<boolean>;
  readonly open: (folder: string) => Promise<boolean>;
  /** Throws WorkbookError when the backup is refused; then the workbook that was open is open still. */
  readonly restoreBackup: (folder: string | null, backup: string) => Promise<boolean>;
  readonly dismissProblem: () => void;
  /** Saves what is unsaved and closes the workbook; false when something could not be saved and it stays open. */
  readonly close: () => Promise<boolean>;
  readonly changeVoice: (voice: string) => Promise<void>;
  /** Whoever was asked for whom a new copy speaks has answered. */
  readonly voiceAsked: () => void;
  /** To be called after every change that did not go through the autosave. */
  readonly changed: (savedAt?: string) => void;
  /** The same while somebody types: the time of the save is shown at once, the views follow in a longer pause. */
  readonly changedWhileTyping: (savedAt: string) => void;
  /** Something was saved that no view shows: only the time of the save changes. */
  readonly savedBeside: (savedAt: string) => void;
  /** Reads the frameworks again, after a correction or a new partner. */
  readonly reloadCatalogue: () => Promise<void>;
  /**
   * Takes back the last change; answers what it was, or null when there was none.
   *
   * Throws WorkbookError when something can't be saved first: the change before it would be taken back instead.
   */
  readonly undo: () => Promise<string | null>;
  readonly redo: () => Promise<string | null>;
};

/** How often the workbook is looked at while its check goes on. */
const CHECK_LOOK_MS = 2_000;

/** How long after a save the views are read again while somebody types: each typist's pause would read them otherwise. */
const VIEWS_FOLLOW_MS = 1_500;

/** The open workbook and the ways of opening, closing and undoing. Failures to open stand in `problem`. */
export function createSession(
  client: WorkbookClient,
  autosave: Autosave,
  views: ViewMemory,
  settlements: Pick<SettlementDrafts, 'flush' | 'forget'>,
  walk: StoreApi<WalkState>,
): Session {
  const store = createStore<SessionState>(() => ({
    phase: 'starting',
    workbook: null,
    catalogue: null,
    problem: null,
    revision: 0,
    asksVoice: false,
  }));
  let isReading = false;
  let isReadAgain = false;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let checkTimer: ReturnType<typeof setTimeout> | undefined;

  /** One read at a time; changes that arrive meanwhile share the next one. */
  async function readWorkbook(): Promise<void> {
    if (isReading) {
      isReadAgain = true;
      return;
    }
    isReading = true;
    try {
      do {
        isReadAgain = false;
        const workbook = await client.call('read-workbook', {});
        if (store.getState().phase === 'open') store.setState({ workbook });
        watchCheck(workbook);
        // A change during the read above sets the flag from outside.
      } while (isReadAgain as boolean);
    } catch {
      // The counts in the frame stay as they were; whatever failed says so where it was asked for.
      const { workbook } = store.getState();
      if (workbook !== null) watchCheck(workbook);
    } finally {
      isReading = false;
    }
  }

  /** The check of every fingerprint goes on after opening; the screens learn of its end. */
  function watchCheck(workbook: WorkbookView): void {
    clearTimeout(checkTimer);
    if (workbook.check === 'checking') checkTimer = setTimeout(() => void readWorkbook(), CHECK_LOOK_MS);
  }

  const flush = async (): Promise<boolean> =>
    (await Promise.all([autosave.flush(), settlements.flush()])).every(Boolean);

  async function take(
    folder: string | null,
    opening: Promise<WorkbookView>,
    keepsTyped = false,
  ): Promise<boolean> {
    try {
      const workbook = await opening;
      if (!keepsTyped) {
        autosave.forget();
        settlements.forget();
      }
      views.forget();
      // Its questions and its filter are of the workbook before.
      walk.setState(walk.getInitialState(), true);
      const catalogue = await client.call('read-catalogue', {});
      const { revision } = store.getState();
      store.setState({
        phase: 'open',
        workbook,
        catalogue,
        problem: null,
        revision: revision + 1,
        asksVoice: false,
      });
      watchCheck(workbook);
      return true;
    } catch (caught) {
      const failure = failureOf(caught);
      const phase = store.getState().phase === 'open' ? 'open' : 'closed';
      store.setState({ phase, problem: { folder, failure } });
      return false;
    }
  }

  /** The host has closed the workbook and opened it again as it was; where it could not, that is what is wrong now. */
  async function goOnAfterFailure(caught: unknown): Promise<never> {
    const { phase, workbook } = store.getState();
    if (phase === 'open' && workbook !== null) {
      try {
        store.setState({ workbook: await client.call('read-workbook', {}) });
      } catch (cause) {
        const problem = { folder: workbook.folder, failure: failureOf(cause) };
        store.setState({ phase: 'closed', workbook: null, catalogue: null, problem });
      }
    }
    throw caught;
  }

  function changed(savedAt?: string): void {
    const { workbook, revision } = store.getState();
    if (workbook === null) return;
    clearTimeout(typingTimer);
    const seen = savedAt === undefined ? workbook : { ...workbook, lastSavedAt: savedAt };
    store.setState({ revision: revision + 1, workbook: seen });
    void readWorkbook();
  }

  async function reloadCatalogue(): Promise<void> {
    store.setState({ catalogue: await client.call('read-catalogue', {}) });
  }

  /** What was undone or redone may be a text of the frameworks, which no view reads. */
  async function showTakenBack(what: string | null): Promise<void> {
    autosave.release();
    changed();
    // It has been taken back, whether the frameworks could be read again or not.
    if (what !== null) await reloadCatalogue().catch(() => undefined);
  }

  function changedWhileTyping(savedAt: string): void {
    const { workbook } = store.getState();
    if (workbook === null) return;
    store.setState({ workbook: { ...workbook, lastSavedAt: savedAt } });
    clearTimeout(typingTimer);
    typingTimer = setTimeout(() => changed(), VIEWS_FOLLOW_MS);
  }

  return {
    store,
    changed,
    changedWhileTyping,
    savedBeside: (savedAt) => {
      const { workbook } = store.getState();
      if (workbook !== null) store.setState({ workbook: { ...workbook, lastSavedAt: savedAt } });
    },
    resume: async () => {
      try {
        await take(null, client.call('read-workbook', {}));
        if (store.getState().problem?.failure.code === 'no-workbook') {
          store.setState({ problem: null });
        }
      } finally {
        if (store.getState().phase === 'starting') store.setState({ phase: 'closed' });
      }
    },
    create: (input) => take(input.folder ?? null, client.call('create-workbook', input)),
    openExample: () => take(null, client.call('open-example', {})),
    openRehearsal: () => take(null, client.call('open-rehearsal', {})),
    createFromPacket: async (input) => {
      const { workbook } = await client.call('create-from-packet', input);
      if (workbook === null || !(await take(workbook.folder, Promise.resolve(workbook)))) return false;
      store.setState({ asksVoice: true });
      return true;
    },
    open: (folder) => take(folder, client.call('open-workbook', { folder })),
    restoreBackup: async (folder, backup) => {
      // What can't be saved, as into a damaged workbook, is saved into the backup that takes its place.
      const isSaved = await flush();
      const input = folder === null ? { backup } : { folder, backup };
      const restored = await client.call('restore-backup', input).catch(goOnAfterFailure);
      const isOpen = await take(folder, Promise.resolve(restored), !isSaved);
      if (isOpen && !isSaved) await flush();
      return isOpen;
    },
    dismissProblem: () => store.setState({ problem: null }),
    close: async () => {
      if (!(await flush())) return false;
      await client.call('close-workbook', {});
      autosave.forget();
      settlements.forget();
      clearTimeout(checkTimer);
      store.setState({ phase: 'closed', workbook: null, catalogue: null });
      return true;
    },
    changeVoice: async (voice) => {
      await autosave.flush();
      const workbook = await client.call('change-voice', { voice });
      views.forget();
      store.setState({ workbook, revision: store.getState().revision + 1 });
    },
    voiceAsked: () => store.setState({ asksVoice: false }),
    reloadCatalogue,
    undo: async () => {
      await saveFirst(autosave);
      const { undone } = await client.call('undo', {});
      await showTakenBack(undone);
      return undone;
    },
    redo: async () => {
      await saveFirst(autosave);
      const { redone } = await client.call('redo', {});
      await showTakenBack(redone);
      return redone;
    },
  };
}
