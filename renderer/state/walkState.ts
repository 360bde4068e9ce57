import { createStore, type StoreApi } from 'zustand/vanilla';

export const walkFilterKinds = [
  'all',
  'unanswered',
  'without-evidence',
  'in-conflict',
  'for-review',
  'mine',
] as const;
export type WalkFilterKind = (typeof walkFilterKinds)[number];

export type WalkFilter = { readonly kind: WalkFilterKind; readonly text: string };

export type WalkState = {
  readonly filter: WalkFilter;
  /** Where the walk was left: a question's id or a quality indicator's. */
  readonly lastStopId: string | null;
};

/** What the walk keeps while other screens are shown. */
export function createWalkState(): StoreApi<WalkState> {
  return createStore<WalkState>(() => ({ filter: noFilter, lastStopId: null }));
}

export const noFilter: WalkFilter = { kind: 'all', text: '' };
