import { unsavedText } from './drafts.ts';
import type { RendererState } from './rendererState.ts';
import { textOfDraft } from './settlementDrafts.ts';

/** Everything that is being written: values, and what is being written to settle conflicts with. */
export function writingOf({ autosave, settlements }: Pick<RendererState, 'autosave' | 'settlements'>): {
  /** Saves all that is unsaved; true when everything is on the disk. */
  readonly flush: () => Promise<boolean>;
  /** Every text that is not on the disk yet, to copy or to keep elsewhere. */
  readonly unsavedText: () => string;
} {
  return {
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
