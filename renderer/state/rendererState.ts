import type { StoreApi } from 'zustand/vanilla';
import type { WorkbookClient } from '../../shared/api/client.ts';
import { createAutosave, type Autosave } from './autosave.ts';
import { createSession, type Session } from './session.ts';
import { createShortcuts, type Shortcuts } from './shortcuts.ts';
import { createWalkState, type WalkState } from './walkState.ts';

/** Everything the screens share. One for the page; each test makes its own. */
export type RendererState = {
  readonly client: WorkbookClient;
  readonly session: Session;
  readonly autosave: Autosave;
  readonly shortcuts: Shortcuts;
  /** The walk’s filter and place, kept while other screens are shown. */
  readonly walk: StoreApi<WalkState>;
};

/** The state over a host's client. Registers the last save before the window closes. */
export function createRendererState(client: WorkbookClient): RendererState {
  const autosave = createAutosave({
    client,
    // The session is made after the autosave that it flushes; nothing is saved before both exist.
    onSaved: (savedAt) => session.changed(savedAt),
  });
  const session = createSession(client, autosave);
  client.onBeforeClose(() => autosave.flush());
  return { client, session, autosave, shortcuts: createShortcuts(), walk: createWalkState() };
}
