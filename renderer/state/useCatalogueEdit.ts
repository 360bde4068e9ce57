import { useEffect, useRef } from 'react';
import type { Saved } from '../../shared/api/views/fieldView.ts';
import { useAction, type Action } from './useAction.ts';
import { useRendererState } from './RendererStateContext.tsx';

/**
 * Saving what was written of the frameworks in a dialog, or throwing it away. The window may be closed meanwhile, or another
 * screen come up, as by the browser's way back: then it is saved rather than lost, and never twice.
 */
export function useCatalogueEdit(parts: {
  readonly isChanged: boolean;
  readonly write: () => Promise<Pick<Saved, 'savedAt'>>;
  readonly onDone: () => void;
}): { readonly saving: Action<[]>; readonly discard: () => void } {
  const { client, session } = useRendererState();
  const isDone = useRef(false);

  async function save(): Promise<void> {
    if (isDone.current || !parts.isChanged) return;
    isDone.current = true;
    try {
      const { savedAt } = await parts.write();
      session.changed(savedAt);
    } catch (caught) {
      isDone.current = false;
      throw caught;
    }
    await session.reloadCatalogue();
  }
  const latest = useRef(save);
  latest.current = save;
  const saveOnLeaving = useRef(() =>
    latest.current().then(
      () => true,
      // The window stays open with the text in it; pressing the button says what is wrong.
      () => false,
    ),
  ).current;
  useEffect(() => client.onBeforeClose(saveOnLeaving), [client, saveOnLeaving]);
  useEffect(() => () => void saveOnLeaving(), [saveOnLeaving]);

  const finish = (): void => {
    isDone.current = true;
    parts.onDone();
  };
  const saving = useAction(async () => {
    await save();
    finish();
  });
  return { saving, discard: finish };
}
