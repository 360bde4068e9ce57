import { createStore } from 'zustand/vanilla';

type Deleted = {
  readonly title: string | null;
  /** The commit's own time: once anything else has been saved, undo takes back that. */
  readonly savedAt: string | null;
};

export const nothingDeleted: Deleted = { title: null, savedAt: null };

/** What was deleted a moment ago on another screen, so that the register can say so and offer to undo it. */
export const deletedNotice = createStore<Deleted>(() => nothingDeleted);
