import { createStore } from 'zustand/vanilla';

/** The words last searched for, so that coming back from a hit leads to the same list. Kept as long as the page. */
export const lastSearch = createStore<{ readonly words: string }>(() => ({ words: '' }));
