/** What can be decided about a pair that looks alike, in the words that are said of it. */
export const decisions = {
  join: { undone: 'They are two again.', failed: 'They were not joined', undo: 'joining' },
  leave: {
    undone: 'You are asked about them again.',
    failed: 'They were not left as two',
    undo: 'leaving them as two',
  },
  ask: {
    undone: 'They are left as two again.',
    failed: 'They were not put back',
    undo: 'putting them back',
  },
} as const;

export type Decision = keyof typeof decisions;
