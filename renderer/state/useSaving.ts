import { useStore } from 'zustand';
import { useRendererState } from './RendererStateContext.tsx';
import { saveStateOf, settlementSaveStateOf, worseOf, type SaveState } from './saveState.ts';
import { writingOf } from './writingOf.ts';

/** How everything that is written is on its way to the disk: values, and what is being written to settle conflicts with. */
export function useSaving(): ReturnType<typeof writingOf> & { readonly state: SaveState } {
  const state = useRendererState();
  const drafts = useStore(state.autosave.store, (store) => store.drafts);
  const entries = useStore(state.settlements.store, (store) => store.entries);
  return { ...writingOf(state), state: worseOf(saveStateOf(drafts), settlementSaveStateOf(entries)) };
}
