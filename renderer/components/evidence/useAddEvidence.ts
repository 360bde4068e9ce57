import { type RefObject, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { createDraftKeeper, type KeptDraft } from './draftKeeper.ts';
import { draftProblems, type DraftProblems, type EvidenceDraft } from './evidenceDraft.ts';

/**
 * Adding a draft as evidence, linked to a target when one is given. It is on the disk after the first pause in typing or on
 * leaving a field of `form`; adding it means only that the person has finished.
 */
export function useAddEvidence(
  draft: EvidenceDraft,
  linkTo: LinkTarget | null,
  form: RefObject<HTMLFormElement | null>,
): {
  readonly problems: DraftProblems;
  readonly kept: KeptDraft;
  /** Saves the draft and answers its id; undefined when a field has a problem or the save failed: both are shown. */
  readonly add: () => Promise<string | undefined>;
  /** Links evidence that is there already, and discards the draft. */
  readonly linkExisting: (evidence: string) => Promise<void>;
  /** Deletes what was saved of the draft; does nothing when nothing was. */
  readonly discard: () => Promise<void>;
} {
  const { client, session } = useRendererState();
  const [isChecked, setIsChecked] = useState(false);
  const [keeper] = useState(() => {
    const openWorkbook = () => session.store.getState().workbook?.id;
    const writtenIn = openWorkbook();
    return createDraftKeeper({
      client,
      linkTo,
      isOpen: () => openWorkbook() === writtenIn,
      onSaved: (savedAt) => session.changedWhileTyping(savedAt),
    });
  });
  const kept = useStore(keeper.store);
  useEffect(() => keeper.take(draft), [keeper, draft]);
  useEffect(() => {
    const stop = client.onBeforeClose(keeper.flush);
    // The window waits for what could not be saved when the form went.
    return () => void keeper.leave().then(stop);
  }, [client, keeper]);
  useEffect(() => {
    const fields = form.current;
    const handleLeaving = (event: FocusEvent): void => {
      // A button decides itself what becomes of the text.
      if (!(event.relatedTarget instanceof HTMLButtonElement)) void keeper.flush();
    };
    fields?.addEventListener('focusout', handleLeaving);
    return () => fields?.removeEventListener('focusout', handleLeaving);
  }, [form, keeper]);

  return {
    problems: isChecked ? draftProblems(draft) : {},
    kept,
    add: async () => {
      setIsChecked(true);
      if (Object.keys(draftProblems(draft)).length > 0) return undefined;
      const isSaved = await keeper.flush();
      const { evidenceId, savedAt } = keeper.store.getState();
      if (!isSaved || evidenceId === null) return undefined;
      session.changed(savedAt ?? undefined);
      return evidenceId;
    },
    linkExisting: async (evidence) => {
      if (linkTo === null) return;
      const linked = await client.call('link-evidence', { evidence, target: linkTo, linked: true });
      // Only now: had the link failed, what was written would still be needed.
      await keeper.discard();
      session.changed(linked.savedAt);
    },
    discard: async () => {
      await keeper.discard();
      session.changed();
    },
  };
}
