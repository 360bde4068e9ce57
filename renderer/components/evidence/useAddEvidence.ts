import { useEffect, useRef, useState } from 'react';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import {
  draftProblems,
  type DraftProblems,
  type EvidenceDraft,
  fieldsOfDraft,
  hasContent,
} from './evidenceDraft.ts';

/**
 * Adding a draft as evidence, linked to a target when one is given.
 *
 * The window may be closed while somebody writes: what was written is added then, rather than lost.
 */
export function useAddEvidence(
  draft: EvidenceDraft,
  linkTo: LinkTarget | null,
): {
  readonly problems: DraftProblems;
  /** Adds the draft and answers the new id; undefined when a field has a problem, which is shown from then on. */
  readonly add: () => Promise<string | undefined>;
  readonly linkExisting: (evidence: string) => Promise<void>;
} {
  const { client, session } = useRendererState();
  const [isChecked, setIsChecked] = useState(false);
  const isAdded = useRef(false);

  async function send(content: EvidenceDraft): Promise<string> {
    const saved = await client.call('add-evidence', {
      set: fieldsOfDraft(content),
      ...(linkTo === null ? {} : { links: [linkTo] }),
    });
    isAdded.current = true;
    session.changed(saved.savedAt);
    return saved.entity.entityId;
  }

  const beforeClose = useRef<() => Promise<boolean>>(async () => true);
  beforeClose.current = async () => {
    if (isAdded.current || !hasContent(draft)) return true;
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
      if (linkTo === null) return;
      const linked = await client.call('link-evidence', { evidence, target: linkTo, linked: true });
      session.changed(linked.savedAt);
    },
  };
}
