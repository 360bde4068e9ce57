import type { FieldValue } from '../../../shared/domain/changeRecord.ts';

/** One entity's part of a change: what stood in each field before and after. Undefined: nothing. */
export type UndoItem = {
  readonly entity: string;
  readonly entityId: string;
  readonly before: Readonly<Record<string, FieldValue | undefined>>;
  readonly after: Readonly<Record<string, FieldValue | undefined>>;
  /** The fields that had several live values before, and the values. */
  readonly contested: Readonly<Record<string, readonly FieldValue[]>>;
};

/** One thing a person did, in words, and what it changed. */
export type UndoEntry = { readonly label: string; readonly items: readonly UndoItem[] };

/** What can be undone and redone in this sitting. */
export type UndoStack = ReturnType<typeof undoStack>;

/** More is not remembered; the history has everything. */
const REMEMBERED = 500;

/** An empty stack. */
export function undoStack() {
  let done: UndoEntry[] = [];
  let undone: UndoEntry[] = [];

  return {
    /** Notes what was done. Typing on (`carriesOn`) joins the entry before, so that one undo takes back the run. */
    push(entry: UndoEntry, carriesOn: boolean): void {
      const last = done.at(-1);
      undone = [];
      if (carriesOn && last !== undefined && last.items.length === 1 && entry.items.length === 1) {
        const [first] = last.items;
        const [next] = entry.items;
        if (first !== undefined && next !== undefined) {
          done[done.length - 1] = { label: last.label, items: [{ ...first, after: next.after }] };
          return;
        }
      }
      done = [...done, entry].slice(-REMEMBERED);
    },
    lastDone: (): UndoEntry | undefined => done.at(-1),
    lastUndone: (): UndoEntry | undefined => undone.at(-1),
    /** Moves the last entry over, once its undoing has been saved. */
    markUndone(): void {
      const entry = done.pop();
      if (entry !== undefined) undone.push(entry);
    },
    markRedone(): void {
      const entry = undone.pop();
      if (entry !== undefined) done.push(entry);
    },
    clear(): void {
      done = [];
      undone = [];
    },
  };
}
