import { useEffect, useRef, useState } from 'react';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import {
  draftProblems,
  type DraftProblems,
  type EvidenceDraft,
  everyFieldOf,
  fieldsOfDraft,
  hasContent,
} from './evidenceDraft.ts';

/**
 * Adding a draft as evidence, linked to a target when one is given.
 *
 * The window may be closed or hidden while somebody writes: what was written is added then, rather than lost. Should the
 * person come back to it, the same item is changed or, when they discard it, deleted.
 */
export function useAddEvidence(
  draft: EvidenceDraft,
  linkTo: LinkTarget | null,
): {
  readonly problems: DraftProblems;
  /** Adds the draft and answers the new id; undefined when a field has a problem, which is shown from then on. */
  readonly add: () => Promise<string | undefined>;
  readonly linkExisting: (evidence: string) => Promise<void>;
  /** Takes back what was added while the window was hidden; does nothing when nothing was. */
  readonly discard: () => Promise<void>;
} {
  const { client, session } = useRendererState();
  const [isChecked, setIsChecked] = useState(false);
  const addedId = useRef<string | null>(null);

  async function send(content: EvidenceDraft): Promise<string> {
    const saved =
      addedId.current === null
        ? await client.call('add-evidence', {
            set: fieldsOfDraft(content),
            ...(linkTo === null ? {} : { links: [linkTo] }),
          })
        : await client.call('edit', {
            entity: 'evidence',
            entityId: addedId.current,
            set: everyFieldOf(content),
          });
    addedId.current = saved.entity.entityId;
    session.changed(saved.savedAt);
    return saved.entity.entityId;
  }
  async function discard(): Promise<void> {
    if (addedId.current === null) return;
    const saved = await client.call('delete-evidence', { evidence: addedId.current });
    addedId.current = null;
    session.changed(saved.savedAt);
  }

  const beforeClose = useRef<() => Promise<boolean>>(async () => true);
  beforeClose.current = async () => {
    if (!hasContent(draft)) return true;
    const title = draft.title.trim() === '' ? 'Written when the window was closed' : draft.title;
    try {
      await send({ ...draft, title });
      return true;
    } catch {
      // The window stays open with the text in it; pressing the button says what is wrong.
      return false;
    }
  };
  useEffect(() => client.onBeforeClose(() => beforeClose.current()), [client]);

  return {
    problems: isChecked ? draftProblems(draft) : {},
    add: async () => {
      setIsChecked(true);
      if (Object.keys(draftProblems(draft)).length > 0) return undefined;
      return send(draft);
    },
    linkExisting: async (evidence) => {
      await discard();
      if (linkTo === null) return;
      const linked = await client.call('link-evidence', { evidence, target: linkTo, linked: true });
      session.changed(linked.savedAt);
    },
    discard,
  };
}
