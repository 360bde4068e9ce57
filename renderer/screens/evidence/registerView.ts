import { createStore } from 'zustand/vanilla';
import type { EvidenceSort } from './registerColumns.ts';

/** How the register was last looked at, so that coming back from an item leads to the same place. */
type RegisterView = {
  readonly sort: EvidenceSort;
  readonly descending: boolean;
  /** The list that `row` belongs to: its address. */
  readonly address: string;
  readonly row: number;
};

/** Kept for as long as the page: it is a place on the screen and no part of the workbook. */
export const registerView = createStore<RegisterView>(() => ({
  sort: 'newest-change',
  descending: true,
  address: '/evidence',
  row: 0,
}));
