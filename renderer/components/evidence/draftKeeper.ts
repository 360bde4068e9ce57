import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WorkbookClient } from '../../../shared/api/client.ts';
import type { EntityView } from '../../../shared/api/views/fieldView.ts';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { AUTOSAVE_PAUSE_MS, RETRY_MS } from '../../state/autosave.ts';
import { ownHeads } from '../../state/drafts.ts';
import { failureOf } from '../../state/failureOf.ts';
import { type EvidenceDraft, emptyDraft, everyFieldOf, fieldsOfDraft, hasText } from './evidenceDraft.ts';

/** How far a draft has come on its way to the disk. */
export type KeptDraft = {
  /** The piece of evidence that it became; null while nothing is on the disk. */
  readonly evidenceId: string | null;
  /** The commit's own time, ISO 8601. */
  readonly savedAt: string | null;
  readonly isUnsaved: boolean;
  /** Why the last save did not work; stays until one has. */
  readonly failure: WorkbookError | null;
};

export type DraftKeeper = {
  readonly store: StoreApi<KeptDraft>;
  /** What stands in the form now: saved after a pause. */
  readonly take: (draft: EvidenceDraft) => void;
  /** Saves what is unsaved now; true when all of it is on the disk. */
  readonly flush: () => Promise<boolean>;
  /** Deletes what was added, with its latest text first, so that an undo brings all of it back. */
  readonly discard: () => Promise<void>;
  /** The form is gone: what is unsaved is tried until it is on the disk or another workbook is open. Ends then. */
  readonly leave: () => Promise<void>;
};

const nothingKept: KeptDraft = { evidenceId: null, savedAt: null, isUnsaved: false, failure: null };

/**
 * Brings the text of a piece of evidence to the disk while it is typed, before anybody has pressed a button.
 *
 * The first text adds the evidence with its link; what is typed afterwards edits the same item. Saves follow one another.
 * A failed one is tried again with the next pause, the next flush and after `RETRY_MS`.
 */
export function createDraftKeeper(ports: {
  readonly client: WorkbookClient;
  readonly linkTo: LinkTarget | null;
  /** Whether the workbook that it is written in is still the open one. */
  readonly isOpen: () => boolean;
  readonly onSaved: (savedAt: string) => void;
}): DraftKeeper {
  const { client, linkTo } = ports;
  const store = createStore<KeptDraft>(() => nothingKept);
  let draft = emptyDraft;
  let written = everyFieldOf(emptyDraft);
  let entity: EntityView | null = null;
  let turn: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  function changedFields(): Readonly<Record<string, string | null>> {
    const known: Readonly<Record<string, string | null>> = written;
    return Object.fromEntries(
      Object.entries(everyFieldOf(draft)).filter(([field, value]) => value !== known[field]),
    );
  }

  function isUnsaved(): boolean {
    return entity === null ? hasText(draft) : Object.keys(changedFields()).length > 0;
  }

  function schedule(delay: number): void {
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(() => void save(), delay);
  }

  /** Saves after the save under way, if any. */
  function save(): Promise<void> {
    clearTimeout(timer);
    turn = turn.then(saveOnce);
    return turn;
  }

  async function saveOnce(): Promise<void> {
    if (!isUnsaved() || !ports.isOpen()) return;
    const sent = draft;
    const set = changedFields();
    try {
      const saved =
        entity === null
          ? await client.call('add-evidence', {
              set: fieldsOfDraft(sent),
              ...(linkTo === null ? {} : { links: [linkTo] }),
            })
          : await client.call('edit', {
              entity: 'evidence',
              entityId: entity.entityId,
              set,
              seen: seenOf(entity, set, written),
            });
      entity = saved.entity;
      written = everyFieldOf(sent);
      store.setState({
        evidenceId: entity.entityId,
        savedAt: saved.savedAt,
        isUnsaved: isUnsaved(),
        failure: null,
      });
      ports.onSaved(saved.savedAt);
    } catch (caught) {
      store.setState({ isUnsaved: true, failure: failureOf(caught) });
      schedule(RETRY_MS);
    }
  }

  async function flush(): Promise<boolean> {
    await save();
    return !isUnsaved();
  }

  return {
    store,
    flush,
    take: (now) => {
      draft = now;
      isOver = false;
      const isMore = isUnsaved();
      store.setState(isMore ? { isUnsaved: true } : { isUnsaved: false, failure: null });
      if (isMore) schedule(AUTOSAVE_PAUSE_MS);
      else clearTimeout(timer);
    },
    discard: async () => {
      clearTimeout(timer);
      await turn;
      if (entity !== null) {
        await flush();
        const saved = await client.call('delete-evidence', { evidence: entity.entityId });
        ports.onSaved(saved.savedAt);
      }
      draft = emptyDraft;
      entity = null;
      store.setState(nothingKept);
    },
    leave: async () => {
      isOver = true;
      while (!(await flush()) && ports.isOpen()) await pause(RETRY_MS);
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The records that the edit replaces: those that hold what this form wrote before. */
function seenOf(
  entity: EntityView,
  set: Readonly<Record<string, string | null>>,
  written: Readonly<Record<string, string | null>>,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.keys(set).map((field) => [field, [...ownHeads(entity, field, written[field] ?? null)]]),
  );
}
