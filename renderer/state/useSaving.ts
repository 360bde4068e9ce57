import { useStore } from 'zustand';
import { unsavedText } from './drafts.ts';
import { useRendererState } from './RendererStateContext.tsx';
import { saveStateOf, settlementSaveStateOf, worseOf, type SaveState } from './saveState.ts';
import { textOfDraft } from './settlementDrafts.ts';

/** How everything that is written is on its way to the disk: values, and what is being written to settle conflicts with. */
export function useSaving(): {
  readonly state: SaveState;
  /** Saves all that is unsaved; true when everything is on the disk. */
  readonly flush: () => Promise<boolean>;
  /** Every text that is not on the disk yet, to copy or to keep elsewhere. */
  readonly unsavedText: () => string;
} {
  const { autosave, settlements } = useRendererState();
  const drafts = useStore(autosave.store, (store) => store.drafts);
  const entries = useStore(settlements.store, (store) => store.entries);
  return {
    state: worseOf(saveStateOf(drafts), settlementSaveStateOf(entries)),
    flush: async () => (await Promise.all([autosave.flush(), settlements.flush()])).every(Boolean),
    unsavedText: () => {
      const settling = Object.values(settlements.store.getState().entries).flatMap(({ draft, state }) =>
        draft === null || state === 'saved' ? [] : [`${draft.label}\n\n${textOfDraft(draft)}`],
      );
      return [unsavedText(autosave.store.getState().drafts), ...settling]
        .filter((text) => text !== '')
        .join('\n\n----\n\n');
    },
  };
}
