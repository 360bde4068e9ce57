/** Every key of the app, in the order in which the sheet of keys lists them. The only place where keys are written down. */
export const keys = {
  'go-to': { keys: ['G'], does: 'Jump to a question or quality indicator', where: 'Everywhere' },
  search: { keys: ['Ctrl+K'], does: 'Search everything', where: 'Everywhere' },
  'show-keys': { keys: ['?'], does: 'Show all keys', where: 'Everywhere' },
  undo: { keys: ['Ctrl+Z'], does: 'Undo the last change', where: 'Everywhere' },
  redo: { keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], does: 'Redo what was undone', where: 'Everywhere' },
  save: {
    keys: ['Ctrl+S'],
    does: 'Save now and say so (everything is saved by itself as well)',
    where: 'Everywhere',
  },
  previous: { keys: ['Alt+ArrowLeft'], does: 'Previous question', where: 'Walk' },
  next: { keys: ['Alt+ArrowRight'], does: 'Next question', where: 'Walk' },
  'grade-1': { keys: ['1'], does: 'Grade 1 Unsatisfactory', where: 'Walk' },
  'grade-2': { keys: ['2'], does: 'Grade 2 Weak', where: 'Walk' },
  'grade-3': { keys: ['3'], does: 'Grade 3 Adequate', where: 'Walk' },
  'grade-4': { keys: ['4'], does: 'Grade 4 Good', where: 'Walk' },
  'grade-5': { keys: ['5'], does: 'Grade 5 Very good', where: 'Walk' },
  'grade-6': { keys: ['6'], does: 'Grade 6 Excellent', where: 'Walk' },
  'grade-not-yet': { keys: ['0'], does: 'Not yet evaluated', where: 'Walk' },
  'grade-not-enough': { keys: ['N'], does: 'Not enough evidence to evaluate', where: 'Walk' },
  'add-evidence': { keys: ['E'], does: 'Add evidence', where: 'Walk' },
  'link-evidence': { keys: ['L'], does: 'Link evidence that is there', where: 'Walk' },
  filter: { keys: ['F'], does: 'Filter the outline', where: 'Walk' },
  'next-to-settle': { keys: ['J'], does: 'Next one', where: 'To settle' },
  'previous-to-settle': { keys: ['K'], does: 'The one before', where: 'To settle' },
  'take-1': { keys: ['1'], does: 'Take A', where: 'To settle' },
  'take-2': { keys: ['2'], does: 'Take B', where: 'To settle' },
  'take-3': { keys: ['3'], does: 'Take C', where: 'To settle' },
  'take-4': { keys: ['4'], does: 'Take D', where: 'To settle' },
  'take-5': { keys: ['5'], does: 'Take E', where: 'To settle' },
  'take-6': { keys: ['6'], does: 'Take F', where: 'To settle' },
  'take-7': { keys: ['7'], does: 'Take G', where: 'To settle' },
  'take-8': { keys: ['8'], does: 'Take H', where: 'To settle' },
  'take-9': { keys: ['9'], does: 'Take I', where: 'To settle' },
  combine: { keys: ['C'], does: 'Combine the texts', where: 'To settle' },
  'write-own': { keys: ['O'], does: 'Write our own', where: 'To settle' },
  'leave-as-two': { keys: ['T'], does: 'Leave a pair that looks alike as two', where: 'To settle' },
  settle: {
    keys: ['Ctrl+Enter'],
    does: 'Settle it as chosen; join a pair that looks alike',
    where: 'To settle',
  },
  'stop-settling': {
    keys: ['Escape'],
    does: 'Leave what is being written, which is kept, for the keys above',
    where: 'To settle',
  },
} as const satisfies Record<string, KeyDescription>;

export type KeyDescription = {
  /**
   * One combination each, as it is matched: modifiers in the order Ctrl, Alt, Shift. No two of one place have the same, and
   * none of a place has one of those that work everywhere.
   */
  readonly keys: readonly string[];
  readonly does: string;
  readonly where: 'Everywhere' | 'Walk' | 'To settle';
};

export type ShortcutId = keyof typeof keys;

/** A combination as people read it: "Alt+←". */
export function keyWords(combination: string): string {
  return combination.replace('ArrowLeft', '←').replace('ArrowRight', '→');
}

/**
 * The combination that an event stands for. Shift is named only beside Ctrl or Alt, because it is what makes `?` out of
 * `/` on one keyboard and something else on another.
 */
export function combinationOf(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}): string {
  const hasControl = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const isShiftNamed = event.shiftKey && (hasControl || event.altKey);
  return [
    hasControl ? 'Ctrl' : undefined,
    event.altKey ? 'Alt' : undefined,
    isShiftNamed ? 'Shift' : undefined,
    key,
  ]
    .filter((part) => part !== undefined)
    .join('+');
}

/** Whether the combination is a plain character, which belongs to the text while somebody types. */
export function isSingleKey(combination: string): boolean {
  return combination.length === 1;
}
