import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { entityCatalogue, isEntityKind } from '../../../shared/domain/entityCatalogue.ts';
import {
  headsByField,
  isDeleted,
  settledValue,
  type EntityState,
} from '../../../shared/domain/entityState.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { ChangeLog } from '../../store/changeLog.ts';
import type { EntityStates } from '../../store/entityStates.ts';
import type { NewRecord } from '../../store/recordWriter.ts';
import { contestedFields, editsBackToContest } from './contestedFields.ts';
import type { Edit, RecordEditor } from './recordEditor.ts';
import { undoStack, type UndoItem } from './undoStack.ts';

/** Every way of changing a workbook goes through here: edits, deletions, undo and redo are records alike. */
export type WorkbookChanges = ReturnType<typeof workbookChanges>;

/** The changes of an open workbook. `onSaved` is told after each commit. */
export function workbookChanges(parts: {
  readonly log: ChangeLog;
  readonly states: EntityStates;
  readonly writer: {
    readonly write: (records: readonly NewRecord[], alongside?: () => void) => number;
  };
  readonly editor: RecordEditor;
  readonly beforeWrite: () => void;
  readonly onSaved: (records: readonly NewRecord[]) => void;
}) {
  const { log, states, writer, editor, beforeWrite, onSaved } = parts;
  const undoable = undoStack();

  function stateOf(edit: Pick<Edit, 'entity' | 'entityId'>): EntityState {
    return states.get(edit.entity, edit.entityId)?.state ?? {};
  }

  function prepared(edits: readonly Edit[], states: readonly EntityState[]): readonly NewRecord[] {
    return edits.flatMap((edit, index) => editor.prepare(edit, states[index] ?? {}) ?? []);
  }

  function write(records: readonly NewRecord[], alongside?: () => void): void {
    if (records.length > 0) {
      beforeWrite();
      writer.write(records, alongside);
      editor.noteWritten(records);
    }
    onSaved(records);
  }

  function save(edits: readonly Edit[]): void {
    write(prepared(edits, edits.map(stateOf)));
  }

  /** Whether a record goes on with the typing that was the last thing done. */
  function carriesOnLast({ record, squashes }: NewRecord): boolean {
    const [field = ''] = Object.keys(record.set);
    return squashes !== undefined && undoable.endsIn(record, field);
  }

  /** The deletion of an entity: it withdraws every value that its author saw, and nothing that they did not see. */
  function deletion(entity: string, entityId: string, seen?: Edit['seen']): Edit {
    const fields = Object.keys(stateOf({ entity, entityId })).filter((field) => field !== 'deleted');
    return {
      entity,
      entityId,
      set: { deleted: true },
      withdraw: fields,
      ...(seen === undefined ? {} : { seen }),
    };
  }

  /** The edit that gives an item's fields the values of `target`, or deletes it where it was deleted. */
  function editTowards(item: UndoItem, target: UndoItem['before']): Edit {
    if (target['deleted'] === true) return deletion(item.entity, item.entityId);
    const set = Object.fromEntries(
      Object.entries(target).map(([field, value]) => [field, value ?? emptyValue(item.entity, field)]),
    );
    const bringsBack = hasField(item.entity, 'deleted') && isDeleted(stateOf(item));
    return {
      entity: item.entity,
      entityId: item.entityId,
      set: bringsBack ? { ...set, deleted: false } : set,
    };
  }

  /**
   * The edits that undo an item: a field that was in conflict is so again, the others get their one value back. What the
   * change made is deleted.
   */
  function editsBack(item: UndoItem): readonly Edit[] {
    const { entity, entityId, stood, before, contested } = item;
    if (stood.length === 0 && hasField(entity, 'deleted')) return [deletion(entity, entityId)];
    const plain = Object.fromEntries(
      Object.entries(before).filter(([field]) => !Object.hasOwn(contested, field)),
    );
    if (plain['deleted'] === true) return [backToDeleted(item, plain), ...backToContest(item)];
    const back = Object.keys(plain).length === 0 ? [] : [editTowards(item, plain)];
    return [...back, ...backToContest(item)];
  }

  function backToContest(item: UndoItem): readonly Edit[] {
    const { entity, entityId, contested } = item;
    return editsBackToContest({ entity, entityId }, stateOf(item), contested);
  }

  /** A deletion as it was before: what was written beside it, without knowing of it, is beside it again. */
  function backToDeleted({ entity, entityId, stood }: UndoItem, plain: UndoItem['before']): Edit {
    const set = Object.entries(plain).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, value] as const],
    );
    const withdraw = Object.keys(stateOf({ entity, entityId })).filter((field) => !stood.includes(field));
    return { entity, entityId, set: Object.fromEntries(set), withdraw };
  }

  /** Refuses when what an undo or redo starts from no longer stands: somebody has gone on from it. */
  function assertStands(item: UndoItem, expected: UndoItem['after']): void {
    const state = stateOf(item);
    for (const [field, value] of Object.entries(expected)) {
      const now = valueOrNothing(settledValue(state, field));
      const then = valueOrNothing(value);
      if (now !== then && !(isDeleted(state) && then === undefined)) {
        throw new WorkbookError('stale', 'This has been changed since. Its history has every earlier value.');
      }
    }
  }

  return {
    /**
     * Saves edits in one transaction; when it returns they are committed and synced. `label` says what is done, for undo;
     * it is asked before anything is written, and not for typing that goes on. `alongside` writes, in the same
     * transaction, what is no change.
     */
    apply(
      edits: readonly Edit[],
      label: string | (() => string),
      alongside?: () => void,
    ): readonly NewRecord[] {
      const before = edits.map(stateOf);
      const records = prepared(edits, before);
      const carriesOn = edits.length === 1 && records.some((record) => carriesOnLast(record));
      const words = carriesOn || records.length === 0 ? '' : inWords(label);
      write(records, alongside);
      if (records.length === 0) return records;
      const items = edits.map((edit, index) => undoItem(edit, before[index] ?? {}, stateOf(edit)));
      const [only] = items;
      if (carriesOn && only !== undefined) undoable.carryOn(only.after);
      else undoable.push({ label: words, items });
      return records;
    },

    /** Saves edits that nobody should be offered to undo, such as the first entries of a new workbook. */
    applySilently(edits: readonly Edit[]): void {
      save(edits);
    },

    deletion,

    /** What undo would take back, in words. */
    undoLabel: (): string | null => undoable.lastDone()?.label ?? null,
    redoLabel: (): string | null => undoable.lastUndone()?.label ?? null,

    /** Takes back the last change by a further one, and answers what it was; null when there is none. */
    undo(): string | null {
      const entry = undoable.lastDone();
      if (entry === undefined) return null;
      for (const item of entry.items) assertStands(item, item.after);
      save(entry.items.flatMap((item) => editsBack(item)));
      undoable.markUndone();
      return entry.label;
    },

    redo(): string | null {
      const entry = undoable.lastUndone();
      if (entry === undefined) return null;
      for (const item of entry.items) assertStands(item, item.before);
      save(entry.items.map((item) => editTowards(item, item.after)));
      undoable.markRedone();
      return entry.label;
    },

    /**
     * The edit that brings a value of the history back; what stands now stays in the history. With "not deleted" comes all
     * that was written in the same change, since a deletion took everything along.
     *
     * @throws WorkbookError `not-found` when there is no such value, or what it belongs to has been deleted.
     */
    restore(recordId: string, field: string): Edit {
      const record = log.find(recordId)?.record;
      const value = record?.set[field];
      if (record === undefined || value === undefined) {
        throw new WorkbookError(
          'not-found',
          'This entry of the history is not there any more. Open the history again.',
        );
      }
      const { entity, entityId } = record;
      const state = stateOf(record);
      const seen = headsByField(state);
      if (field === 'deleted') {
        return value === true ? deletion(entity, entityId) : { entity, entityId, set: record.set, seen };
      }
      if (isDeleted(state)) {
        throw new WorkbookError(
          'not-found',
          'This has been deleted. Bring it back first, then its earlier values.',
        );
      }
      return { entity, entityId, set: { [field]: value }, seen };
    },

    seal: (): void => editor.seal(),

    /** To be called when what was done here may not be there any more. */
    forgetUndo: (): void => undoable.clear(),
  };
}

function undoItem(edit: Edit, before: EntityState, after: EntityState): UndoItem {
  const fields = [...Object.keys(edit.set), ...(edit.withdraw ?? [])];
  const valuesOf = (state: EntityState): Record<string, FieldValue | undefined> =>
    Object.fromEntries(fields.map((field) => [field, settledValue(state, field)]));
  return {
    entity: edit.entity,
    entityId: edit.entityId,
    stood: Object.keys(before),
    before: valuesOf(before),
    after: valuesOf(after),
    contested: contestedFields(before, fields),
  };
}

function inWords(label: string | (() => string)): string {
  return typeof label === 'string' ? label : label();
}

/** Never written, emptied and not set are the same to whoever takes a change back. */
function valueOrNothing(value: FieldValue | undefined): FieldValue | undefined {
  return value === null || value === false ? undefined : value;
}

function hasField(entity: string, field: string): boolean {
  return isEntityKind(entity) && Object.hasOwn(entityCatalogue[entity].shape, field);
}

/** What stands in a field that has been emptied: flags can't be null, so they are false. */
function emptyValue(entity: string, field: string): FieldValue {
  if (!isEntityKind(entity)) return null;
  return entityCatalogue[entity].partial().safeParse({ [field]: null }).success ? null : false;
}
