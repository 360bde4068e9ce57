import type { z } from 'zod';
import {
  CHANGE_SCHEMA,
  changeRecordSchema,
  type ChangeRecord,
  type FieldValue,
} from '../../../shared/domain/changeRecord.ts';
import {
  entityCatalogue,
  isEntityKind,
  isTypedText,
  type EntityKind,
} from '../../../shared/domain/entityCatalogue.ts';
import { headsByField, settledValue, type EntityState } from '../../../shared/domain/entityState.ts';
import { normalValue, sealRecord } from '../../../shared/domain/sealRecord.ts';
import { isTypingOn } from '../../../shared/domain/typingRun.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { sha256OfText } from '../../store/file/sha256.ts';
import type { NewRecord } from '../../store/recordWriter.ts';
import { fieldLabel } from '../history/fieldLabel.ts';
import type { Clock, IdSource } from '../ports.ts';
import { tooLongFields } from './tooLongFields.ts';

/** What somebody wants to set, and the records whose values they were looking at. */
export type Edit = {
  readonly entity: string;
  readonly entityId: string;
  readonly set: Readonly<Record<string, FieldValue>>;
  /** By field; a field left out means whatever is live now. */
  readonly seen?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Fields that are withdrawn with the edit, as a deletion does with all that its author saw. */
  readonly withdraw?: readonly string[];
};

/** As whom, from which copy and with which program changes are written. */
export type Authorship = {
  readonly workbook: string;
  readonly replica: string;
  readonly app: string;
  readonly author: () => string;
  readonly voice: () => string;
};

/** Typing goes on in the same record while pauses are shorter than this. */
const RUN_PAUSE_MILLISECONDS = 60_000;

/** Turns edits into records. */
export type RecordEditor = ReturnType<typeof recordEditor>;

/** The editor of an open workbook. It writes nothing itself. */
export function recordEditor(parts: {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly authorship: Authorship;
}) {
  const { clock, ids, authorship } = parts;
  /** The records written here since the last copy of the workbook may have been made: only they are joined. */
  const unsealed = new Map<string, ChangeRecord>();
  const squashedInto = new Map<string, string>();

  /** The record that `id` stands for now: a screen may still hold the id of one that a later one took in. */
  function current(id: string): string {
    let latest = id;
    for (let next = squashedInto.get(latest); next !== undefined; next = squashedInto.get(latest))
      latest = next;
    return latest;
  }

  function parentsOf(edit: Edit, state: EntityState): Record<string, string[]> {
    const heads = headsByField(state);
    const fields = [...Object.keys(edit.set), ...(edit.withdraw ?? [])];
    // A field without live values under a deletion goes on from the deletion, so that what it covered stays an ancestor.
    const fallback = heads['deleted'] ?? [];
    return Object.fromEntries(
      fields.map((field) => [
        field,
        (edit.seen?.[field] ?? heads[field] ?? fallback).map((id) => current(id)),
      ]),
    );
  }

  /** An id that begins as the one it takes the place of: the log's index then changes in one page and not in two. */
  function idOnFrom({ id }: ChangeRecord): string {
    return id.slice(0, 16) + ids.randomHex(8);
  }

  /** The newest record of a run of typing that this edit carries on; undefined when it starts something of its own. */
  function runToCarryOn(edit: Edit, state: EntityState, parents: Record<string, readonly string[]>) {
    const fields = Object.keys(edit.set);
    const [field] = fields;
    const [head, ...others] = field === undefined ? [] : (parents[field] ?? []);
    if (field === undefined || fields.length > 1 || edit.withdraw !== undefined) return undefined;
    if (head === undefined || others.length > 0 || !isTypedText(edit.entity, field)) return undefined;
    const record = unsealed.get(head);
    if (record === undefined) return undefined;
    const before = record.set[field];
    const after = edit.set[field];
    const pause = clock.now().getTime() - Date.parse(record.at);
    const isSameHand = record.author === authorship.author() && record.voice === authorship.voice();
    const isLive = (state[field] ?? []).some(([live]) => live === head);
    if (!isSameHand || !isLive || pause < 0 || pause > RUN_PAUSE_MILLISECONDS) return undefined;
    if (Object.keys(record.set).length !== 1 || typeof before !== 'string' || typeof after !== 'string')
      return undefined;
    return isTypingOn(before, after) ? record : undefined;
  }

  return {
    /**
     * The record for an edit of an entity that stands as `state`; undefined when it changes nothing.
     *
     * @throws WorkbookError `invalid-input` when the entity has no such field or the value does not fit it, and when what
     *   was seen or the id could not be read back: one such record would keep the whole workbook from being handed over.
     */
    prepare(edit: Edit, state: EntityState): NewRecord | undefined {
      const set = normalised(edit);
      const changed = Object.entries(set).filter(([field, value]) => settledValue(state, field) !== value);
      if (changed.length === 0 && edit.withdraw === undefined) return undefined;
      // A deletion says that it is one even where there is one already: only so do the values that it withdraws go before
      // something that is live.
      const normal = { ...edit, set: edit.withdraw === undefined ? Object.fromEntries(changed) : set };
      const parents = parentsOf(normal, state);
      const run = runToCarryOn(normal, state, parents);
      const record = sealRecord(
        {
          id: run === undefined ? ids.randomHex(16) : idOnFrom(run),
          workbook: authorship.workbook,
          entity: edit.entity,
          entityId: edit.entityId,
          set: normal.set,
          parents: run === undefined ? parents : run.parents,
          author: authorship.author(),
          voice: authorship.voice(),
          replica: authorship.replica,
          at: clock.now().toISOString(),
          app: authorship.app,
          schema: CHANGE_SCHEMA,
        },
        sha256OfText,
      );
      const readBack = changeRecordSchema.safeParse(record);
      if (!readBack.success) throw unfit(edit, readBack.error);
      return run === undefined ? { record } : { record, squashes: run.id };
    },

    /** To be told once records have been committed: screens may still name one that has been taken in by another. */
    noteWritten(records: readonly NewRecord[]): void {
      for (const { record, squashes } of records) {
        unsealed.set(record.id, record);
        if (squashes === undefined) continue;
        unsealed.delete(squashes);
        squashedInto.set(squashes, record.id);
      }
    },

    /** From now on no record that exists is squashed: a copy of the workbook has been made. */
    seal: (): void => unsealed.clear(),
  };
}

const partials = new Map<EntityKind, ReturnType<typeof makePartial>>();

function makePartial(kind: EntityKind) {
  return entityCatalogue[kind].partial();
}

/** The schema of an edit of a kind. Kept, because making one takes longer than saving. */
function partialOf(kind: EntityKind) {
  const partial = partials.get(kind) ?? makePartial(kind);
  partials.set(kind, partial);
  return partial;
}

function normalised(edit: Edit): ChangeRecord['set'] {
  if (!isEntityKind(edit.entity))
    throw new WorkbookError('invalid-input', `There is no kind of entry called ${edit.entity}.`);
  const parsed = partialOf(edit.entity).safeParse(edit.set);
  if (!parsed.success) throw unfit(edit, parsed.error);
  return Object.fromEntries(Object.entries(edit.set).map(([field, value]) => [field, normalValue(value)]));
}

function unfit(edit: Edit, error: z.ZodError): WorkbookError {
  const given = Object.keys(edit.set);
  // The path of an edit begins with the field, that of a whole record leads to it.
  const placeOf = (path: readonly PropertyKey[]) => given.find((field) => path.includes(field));
  const named = error.issues.flatMap(({ path }) => placeOf(path) ?? []);
  const fields = [...new Set(named.length === 0 ? given : named)];
  const names = fields.map((field) => `“${fieldLabel(field)}”`).join(', ');
  return new WorkbookError(
    'invalid-input',
    tooLongFields(error, placeOf) ?? `This can’t be saved as it is: ${names}.`,
  );
}
