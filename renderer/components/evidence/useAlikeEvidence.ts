import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';

export type AlikeItem = OutputOf<'find-alike-evidence'>['alike'][number];

/** How long a person must have paused before titles are compared. */
const PAUSE_MS = 250;

/**
 * Evidence whose title looks like the one being typed, but for `except`: the item that is being typed. A failure to look
 * is no reason to disturb: the list stays empty.
 */
export function useAlikeEvidence(title: string, except: string | null): readonly AlikeItem[] {
  const { client } = useRendererState();
  const [alike, setAlike] = useState<readonly AlikeItem[]>([]);
  useEffect(() => {
    let isWanted = true;
    const look = async (): Promise<void> => {
      if (title.trim().length < 4) {
        setAlike([]);
        return;
      }
      const found = await client
        .call('find-alike-evidence', except === null ? { title } : { title, except })
        .catch(() => ({ alike: [] }));
      if (isWanted) setAlike(found.alike);
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, title, except]);
  return alike;
}
