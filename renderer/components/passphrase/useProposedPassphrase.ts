import { useEffect, useState } from 'react';
import type { HandOverPart } from '../../../shared/api/views/consolidationView.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction, type Action } from '../../state/useAction.ts';

/**
 * The passphrase that was proposed first, kept although every reading of what would go in brings another one, and a way
 * to have another.
 */
export function useProposedPassphrase(
  part: HandOverPart,
  arrived: string | undefined,
): { readonly proposed: string | undefined; readonly another: Action<[]> } {
  const { client } = useRendererState();
  const [proposed, setProposed] = useState(arrived);
  useEffect(() => setProposed((first) => first ?? arrived), [arrived]);
  const another = useAction(async () => {
    const { passphrase } = await client.call('read-hand-over', { part });
    setProposed(passphrase);
  });
  return { proposed, another };
}
