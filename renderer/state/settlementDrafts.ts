import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WorkbookClient } from '../../shared/api/client.ts';
import type { SettlementDraft } from '../../shared/api/views/settlementDraftView.ts';
import type { WorkbookError } from '../../shared/domain/workbookError.ts';
import { AUTOSAVE_PAUSE_MS, RETRY_MS } from './autosave.ts';
import type { DraftState } from './drafts.ts';
import { failureOf } from './failureOf.ts';
import { fieldKey, type FieldAddress } from './fieldKey.ts';

/** The draft for one field and how far it has come on its way to the disk. */
type SettlementEntry = {
  readonly address: FieldAddress;
  /** Null: it has been let go of, and the disk is still to be told. */
  readonly draft: SettlementDraft | null;
  readonly state: DraftState;
  readonly failure: WorkbookError | null;
};

export type SettlementDraftsState = {
  /** By field. */
  readonly entries: Readonly<Record<string, SettlementEntry>>;
  /** Whether what was written in earlier sittings is there. Nothing is to be written before that: it would replace it. */
  readonly isLoaded: boolean;
  readonly loadFailure: WorkbookError | null;
  /** The conflict last looked at, by workbook folder. */
  readonly lastOf: Readonly<Record<string, string>>;
};

export type SettlementDrafts = {
  readonly store: StoreApi<SettlementDraftsState>;
  /** Fetches what was being written when the workbook was last open. */
  readonly load: () => Promise<void>;
  readonly change: (address: FieldAddress, change: Partial<SettlementDraft>) => void;
  /** Lets go of a draft: it has become a value, or nobody wants it. */
  readonly drop: (address: FieldAddress) => void;
  readonly lookAt: (folder: string, key: string) => void;
  /** Saves all that is unsaved; true when everything is on the disk. */
  readonly flush: () => Promise<boolean>;
  /** Forgets what is here, not what is on the disk: another workbook is open. */
  readonly forget: () => void;
};

export const noDraft: SettlementDraft = {
  label: '',
  way: null,
  taken: null,
  combined: '',
  combinedFrom: '',
  own: '',
  reason: '',
  begunWith: null,
};

/** Whether the draft holds anything that was typed and would be missed. */
export function isWritten(draft: SettlementDraft): boolean {
  return draft.combined !== draft.combinedFrom || draft.own !== '' || draft.reason !== '';
}

/** Everything typed into a draft as one text, to be copied. */
export function textOfDraft(draft: SettlementDraft): string {
  const combined = draft.combined === draft.combinedFrom ? '' : draft.combined;
  return [combined, draft.own, draft.reason].filter((text) => text !== '').join('\n\n');
}

/**
 * Drafts for settling conflicts: with the workbook, but not among its values, since that would settle what is still being
 * thought about. They go to the disk after a pause and when told to flush, one after the other; one that could not be
 * saved stays here and is tried again.
 */
export function createSettlementDrafts(ports: {
  readonly client: WorkbookClient;
  readonly onSaved: (savedAt: string) => void;
}): SettlementDrafts {
  const store = createStore<SettlementDraftsState>(() => ({ ...nothingYet, lastOf: {} }));
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let queue: Promise<void> = Promise.resolve();
  let life = 0;

  function put(key: string, entry: SettlementEntry | undefined): void {
    const { [key]: _before, ...rest } = store.getState().entries;
    store.setState({ entries: entry === undefined ? rest : { ...rest, [key]: entry } });
  }

  function schedule(key: string, delay: number): void {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void save(key), delay),
    );
  }

  function save(key: string): Promise<void> {
    clearTimeout(timers.get(key));
    timers.delete(key);
    const startedIn = life;
    queue = queue.then(() => (startedIn === life ? saveOnce(key) : undefined));
    return queue;
  }

  async function saveOnce(key: string): Promise<void> {
    const entry = store.getState().entries[key];
    if (entry === undefined || entry.state === 'saved') return;
    const startedIn = life;
    const sent: SettlementEntry = { ...entry, state: 'saving' };
    put(key, sent);
    try {
      const { address, draft } = sent;
      const { savedAt } = await ports.client.call('keep-settlement-draft', { ...address, draft });
      if (startedIn !== life) return;
      // What was typed meanwhile has its own turn.
      if (store.getState().entries[key] === sent)
        put(key, draft === null ? undefined : { ...sent, state: 'saved', failure: null });
      ports.onSaved(savedAt);
    } catch (caught) {
      if (startedIn !== life) return;
      const current = store.getState().entries[key] ?? sent;
      put(key, { ...current, state: 'failed', failure: failureOf(caught) });
      schedule(key, RETRY_MS);
    }
  }

  function write(address: FieldAddress, draft: SettlementDraft | null): void {
    const key = fieldKey(address);
    const { entity, entityId, field } = address;
    const failure = store.getState().entries[key]?.failure ?? null;
    put(key, { address: { entity, entityId, field }, draft, state: 'waiting', failure });
  }

  return {
    store,
    load: async () => {
      const startedIn = life;
      store.setState({ loadFailure: null });
      try {
        const { drafts } = await ports.client.call('list-settlement-drafts', {});
        if (startedIn !== life) return;
        const kept = drafts.map(({ entity, entityId, field, draft }): [string, SettlementEntry] => {
          const address = { entity, entityId, field };
          return [fieldKey(address), { address, draft, state: 'saved', failure: null }];
        });
        const { entries } = store.getState();
        store.setState({ entries: { ...Object.fromEntries(kept), ...entries }, isLoaded: true });
      } catch (caught) {
        if (startedIn === life) store.setState({ loadFailure: failureOf(caught) });
      }
    },
    change: (address, change) => {
      const key = fieldKey(address);
      write(address, { ...(store.getState().entries[key]?.draft ?? noDraft), ...change });
      schedule(key, AUTOSAVE_PAUSE_MS);
    },
    drop: (address) => {
      const key = fieldKey(address);
      if (store.getState().entries[key] === undefined) return;
      write(address, null);
      void save(key);
    },
    lookAt: (folder, key) => {
      store.setState({ lastOf: { ...store.getState().lastOf, [folder]: key } });
    },
    flush: async () => {
      await Promise.all(Object.keys(store.getState().entries).map(save));
      return Object.values(store.getState().entries).every(({ state }) => state === 'saved');
    },
    forget: () => {
      life += 1;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      store.setState(nothingYet);
    },
  };
}

const nothingYet: Omit<SettlementDraftsState, 'lastOf'> = {
  entries: {},
  isLoaded: false,
  loadFailure: null,
};
