import { createStore } from 'zustand/vanilla';
import type { FrameworksFilter } from './frameworkGroups.ts';

export const everyText: FrameworksFilter = { state: 'all', words: '' };

/** What the list of texts shows, so that coming back leads to the same rows. Kept as long as the page. */
export const frameworksFilter = createStore<FrameworksFilter>(() => everyText);
