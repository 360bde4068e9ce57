import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WorkbookClient } from '../../shared/api/client.ts';
import type { EntityView, Saved } from '../../shared/api/views/fieldView.ts';
import type { FieldValue } from '../../shared/domain/changeRecord.ts';
import type { WorkbookError } from '../../shared/domain/workbookError.ts';
import { draftKey, ownHeads, unsavedFields, withFields, type Drafts, type FieldDraft } from './drafts.ts';
import { failureOf } from './failureOf.ts';
import { saveFields } from './saveFields.ts';

/** How long a person must have paused before their text goes to the disk. */
export const AUTOSAVE_PAUSE_MS = 600;
/** How long after a failed save it is tried again unasked. */
export const RETRY_MS = 10_000;

export type AutosaveState = {
  readonly drafts: Drafts;
  /** The newest state of each entity that a view or a save has brought. */
  readonly known: Readonly<Record<string, EntityView>>;
};

export type EditOptions = {
  /** What the field is called, for the emergency copy: "6.2, question 1: How are we doing?". */
  readonly label: string;
  /** The records replaced, when they are others than those shown: all of them, to settle a conflict. */
  readonly seen?: readonly string[];
  /** Save without waiting for a pause: for choices, not for typing. */
  readonly now?: boolean;
};

export type Autosave = {
  readonly store: StoreApi<AutosaveState>;
  /** A mark to hand to `adopt`, taken before a view is asked for. */
  readonly mark: () => number;
  /** Takes in an entity from a view; passed over when a save has brought a newer one since the mark. */
  readonly adopt: (entity: EntityView, mark: number) => void;
  readonly edit: (entity: EntityView, field: string, value: FieldValue, options: EditOptions) => void;
  /** The field has the focus: its draft stays until `stopEditing`. */
  readonly startEditing: (entity: Target, field: string) => void;
  /** The focus has left: what is unsaved is saved at once. */
  readonly stopEditing: (entity: Target, field: string) => void;
  /** Saves all that is unsaved; true when everything is on the disk. */
  readonly flush: () => Promise<boolean>;
  /** Lets go of saved drafts even under the cursor: after undo, where the person asked for the other text. */
  readonly release: () => void;
  /** Forgets everything: another workbook is open. */
  readonly forget: () => void;
};

type Target = { readonly entity: string; readonly entityId: string };

/**
 * Brings every edit to the disk without being asked: after a pause, on leaving a field, and when told to flush.
 *
 * Saves of one entity follow one another, so that each names what the one before has written. A failed save keeps the
 * text as a draft and is tried again with the next edit, the next flush and after `RETRY_MS`.
 */
export function createAutosave(ports: {
  readonly client: WorkbookClient;
  /** After each commit; `isTyping` while a field has the focus, so that more is to come. */
  readonly onSaved: (savedAt: string, isTyping: boolean) => void;
}): Autosave {
  const store = createStore<AutosaveState>(() => ({ drafts: {}, known: {} }));
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const saving = new Map<string, Promise<void>>();
  const focused = new Set<string>();
  const savedAtMark = new Map<string, number>();
  let clock = 0;
  let life = 0;

  function update(
    target: Target,
    changes: Readonly<Record<string, FieldDraft | undefined>>,
    failure: WorkbookError | null,
  ): void {
    store.setState({ drafts: withFields(store.getState().drafts, target, changes, failure) });
  }

  function schedule(target: Target, delay: number): void {
    const key = draftKey(target.entity, target.entityId);
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void save(target), delay),
    );
  }

  /** Saves the entity now, after any save of it that is under way. */
  async function save(target: Target): Promise<void> {
    const key = draftKey(target.entity, target.entityId);
    clearTimeout(timers.get(key));
    timers.delete(key);
    const before = saving.get(key);
    const turn = (before ?? Promise.resolve()).then(() => saveOnce(target));
    saving.set(key, turn);
    await turn;
    if (saving.get(key) === turn) saving.delete(key);
  }

  async function saveOnce(target: Target): Promise<void> {
    const key = draftKey(target.entity, target.entityId);
    const drafts = store.getState().drafts[key];
    const sent = drafts === undefined ? [] : unsavedFields(drafts);
    if (sent.length === 0) return;
    const startedIn = life;
    const inHand = Object.fromEntries(
      sent.map(([field, draft]) => [field, { ...draft, state: 'saving' } satisfies FieldDraft]),
    );
    // A failure stands until a save has worked: what says so, and its buttons, would come and go with every try.
    update(target, inHand, drafts?.failure ?? null);
    try {
      const saved = await saveFields(ports.client, target, inHand);
      if (startedIn === life) settle(target, inHand, saved);
    } catch (caught) {
      if (startedIn === life) keep(target, inHand, failureOf(caught));
    }
  }

  /** After a save: what was typed meanwhile goes on from the records just written. */
  function settle(target: Target, sent: Readonly<Record<string, FieldDraft>>, saved: Saved): void {
    const key = draftKey(target.entity, target.entityId);
    const now = store.getState();
    const changes: Record<string, FieldDraft | undefined> = {};
    for (const [field, draft] of Object.entries(sent)) {
      const current = now.drafts[key]?.fields[field];
      if (current === undefined) continue;
      const seen = ownHeads(saved.entity, field, draft.value);
      if (current !== draft) changes[field] = { ...current, seen };
      else changes[field] = focused.has(`${key} ${field}`) ? { ...current, seen, state: 'saved' } : undefined;
    }
    clock += 1;
    savedAtMark.set(key, clock);
    store.setState({ known: { ...now.known, [key]: saved.entity } });
    update(target, changes, null);
    ports.onSaved(saved.savedAt, focused.size > 0);
  }

  function keep(target: Target, sent: Readonly<Record<string, FieldDraft>>, failure: WorkbookError): void {
    const key = draftKey(target.entity, target.entityId);
    const changes: Record<string, FieldDraft> = {};
    for (const [field, draft] of Object.entries(sent)) {
      const current = store.getState().drafts[key]?.fields[field] ?? draft;
      changes[field] = { ...current, state: 'failed' };
    }
    update(target, changes, failure);
    schedule(target, RETRY_MS);
  }

  return {
    store,
    mark: () => clock,
    adopt: (entity, mark) => {
      const key = draftKey(entity.entity, entity.entityId);
      if (mark < (savedAtMark.get(key) ?? 0)) return;
      store.setState({ known: { ...store.getState().known, [key]: entity } });
    },
    edit: (entity, field, value, options) => {
      const key = draftKey(entity.entity, entity.entityId);
      const { drafts, known } = store.getState();
      const current = drafts[key]?.fields[field];
      const seen = options.seen ?? current?.seen ?? (known[key] ?? entity).seen[field] ?? noRecords;
      const draft: FieldDraft = { value, seen, state: 'waiting', label: options.label };
      update(entity, { [field]: draft }, drafts[key]?.failure ?? null);
      if (options.now === true) void save(entity);
      else schedule(entity, AUTOSAVE_PAUSE_MS);
    },
    startEditing: (entity, field) => {
      focused.add(`${draftKey(entity.entity, entity.entityId)} ${field}`);
    },
    stopEditing: (entity, field) => {
      const key = draftKey(entity.entity, entity.entityId);
      focused.delete(`${key} ${field}`);
      const draft = store.getState().drafts[key]?.fields[field];
      if (draft === undefined) return;
      if (draft.state === 'saved') update(entity, { [field]: undefined }, null);
      else if (draft.state === 'waiting') void save(entity);
    },
    flush: async () => {
      await Promise.all(Object.values(store.getState().drafts).map(save));
      return Object.values(store.getState().drafts).every((drafts) => unsavedFields(drafts).length === 0);
    },
    release: () => {
      for (const drafts of Object.values(store.getState().drafts)) {
        const saved = Object.entries(drafts.fields).filter(([, draft]) => draft.state === 'saved');
        update(drafts, Object.fromEntries(saved.map(([field]) => [field, undefined])), null);
      }
    },
    forget: () => {
      life += 1;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      focused.clear();
      savedAtMark.clear();
      store.setState({ drafts: {}, known: {} });
    },
  };
}

const noRecords: readonly string[] = [];
