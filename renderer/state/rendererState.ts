import type { StoreApi } from 'zustand/vanilla';
import type { WorkbookClient } from '../../shared/api/client.ts';
import { createAutosave, type Autosave } from './autosave.ts';
import { createSession, type Session } from './session.ts';
import { createSettlementDrafts, type SettlementDrafts } from './settlementDrafts.ts';
import { createShortcuts, type Shortcuts } from './shortcuts.ts';
import { createViewMemory, type ViewMemory } from './viewMemory.ts';
import { createWalkState, type WalkState } from './walkState.ts';

/** Everything the screens share. One for the page; each test makes its own. */
export type RendererState = {
  readonly client: WorkbookClient;
  readonly session: Session;
  readonly autosave: Autosave;
  readonly shortcuts: Shortcuts;
  readonly views: ViewMemory;
  /** The walk’s filter and place, kept while other screens are shown. */
  readonly walk: StoreApi<WalkState>;
  /** What is being written to settle conflicts with. */
  readonly settlements: SettlementDrafts;
};

/** The state over a host's client. Registers the last save before the window closes. */
export function createRendererState(client: WorkbookClient): RendererState {
  const autosave = createAutosave({
    client,
    // The session is made after the autosave that it flushes; nothing is saved before both exist.
    onSaved: (savedAt, isTyping) =>
      isTyping ? session.changedWhileTyping(savedAt) : session.changed(savedAt),
  });
  const views = createViewMemory();
  const settlements = createSettlementDrafts({ client, onSaved: (savedAt) => session.savedBeside(savedAt) });
  const walk = createWalkState();
  const session = createSession(client, autosave, views, settlements, walk);
  client.onBeforeClose(() => autosave.flush());
  client.onBeforeClose(() => settlements.flush());
  return {
    client,
    session,
    autosave,
    views,
    shortcuts: createShortcuts(() => session.store.getState().workbook?.singleKeys ?? true),
    walk,
    settlements,
  };
}
