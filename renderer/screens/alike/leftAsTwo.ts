import { createStore } from 'zustand/vanilla';
import type { AlikePair } from '../../../shared/api/views/consolidationView.ts';
import { joiningIdentity } from '../../../shared/domain/entityIdentity.ts';

/** Pairs that somebody has looked at and left as two. Kept for as long as the page: it says nothing about the evidence. */
export const leftAsTwo = createStore<{ readonly pairs: ReadonlySet<string> }>(() => ({ pairs: new Set() }));

/** The same whichever of the two is named first. */
export function pairKey({ one, other }: AlikePair): string {
  return joiningIdentity(one.evidenceId, other.evidenceId);
}
