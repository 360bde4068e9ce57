import type { FieldValue } from '../../../shared/domain/changeRecord.ts';

/** One entity's part of a change: what stood in each field before and after. Undefined: nothing. */
export type UndoItem = {
  readonly entity: string;
  readonly entityId: string;
  /** The fields in which something stood before; where there are none, undoing the change is deleting what it made. */
  readonly stood: readonly string[];
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
    /** Whether the last thing done was an edit of this field alone, so that typing on in it can join that. */
    endsIn({ entity, entityId }: Pick<UndoItem, 'entity' | 'entityId'>, field: string): boolean {
      const [item, ...others] = done.at(-1)?.items ?? [];
      if (item === undefined || others.length > 0) return false;
      const isSame = item.entity === entity && item.entityId === entityId;
      return isSame && Object.keys(item.after).join() === field;
    },
    push(entry: UndoEntry): void {
      undone = [];
      done = [...done, entry].slice(-REMEMBERED);
    },
    /** Notes what typing on has come to, where the last thing done `endsIn` it: one undo takes back the whole run. */
    carryOn(after: UndoItem['after']): void {
      undone = [];
      const last = done.pop();
      if (last !== undefined) done.push({ ...last, items: last.items.map((item) => ({ ...item, after })) });
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
