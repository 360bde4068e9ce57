import { createStore } from 'zustand/vanilla';

/** What was deleted a moment ago on another screen, so that the register can say so and offer to undo it. */
export const deletedNotice = createStore<{ readonly title: string | null }>(() => ({
  title: null,
}));
