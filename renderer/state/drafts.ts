import type { EntityView } from '../../shared/api/views/fieldView.ts';
import type { FieldValue } from '../../shared/domain/changeRecord.ts';
import type { WorkbookError } from '../../shared/domain/workbookError.ts';

/** What a person has put into one field and how far it has come on its way to the disk. */
export type FieldDraft = {
  readonly value: FieldValue;
  /** The records whose value stood in the field when the person began. */
  readonly seen: readonly string[];
  readonly state: DraftState;
  /** What the field is called on the screen, for the emergency copy. */
  readonly label: string;
};

/** `saved` drafts are kept while their field has the focus, so that nothing changes under the cursor. */
export type DraftState = 'waiting' | 'saving' | 'saved' | 'failed';

/** The drafts of one entity: its fields are saved together, in one record. */
export type EntityDrafts = {
  readonly entity: string;
  readonly entityId: string;
  readonly fields: Readonly<Record<string, FieldDraft>>;
  readonly failure: WorkbookError | null;
};

export type Drafts = Readonly<Record<string, EntityDrafts>>;

/** How an entity's drafts are looked up. */
export function draftKey(entity: string, entityId: string): string {
  return `${entity} ${entityId}`;
}

/** The drafts with some fields of one entity changed; a field given as undefined is dropped. */
export function withFields(
  drafts: Drafts,
  target: Pick<EntityDrafts, 'entity' | 'entityId'>,
  changes: Readonly<Record<string, FieldDraft | undefined>>,
  failure: WorkbookError | null,
): Drafts {
  const key = draftKey(target.entity, target.entityId);
  const { [key]: current, ...rest } = drafts;
  const fields: Record<string, FieldDraft> = { ...current?.fields };
  for (const [field, draft] of Object.entries(changes)) {
    if (draft === undefined) delete fields[field];
    else fields[field] = draft;
  }
  if (Object.keys(fields).length === 0) return rest;
  const { entity, entityId } = target;
  return { ...rest, [key]: { entity, entityId, fields, failure } };
}

/** Whether the draft is not on the disk yet. */
export function isUnsaved(draft: FieldDraft): boolean {
  return draft.state !== 'saved';
}

/** The fields of an entity that are not on the disk yet. */
export function unsavedFields(drafts: EntityDrafts): readonly (readonly [string, FieldDraft])[] {
  return Object.entries(drafts.fields).filter(([, draft]) => isUnsaved(draft));
}

/** Every text that is not on the disk yet, with what it belongs to, as one text to copy or to keep elsewhere. */
export function unsavedText(drafts: Drafts): string {
  return Object.values(drafts)
    .flatMap(unsavedFields)
    .map(([, draft]) => `${draft.label}\n\n${String(draft.value ?? '')}`)
    .join('\n\n----\n\n');
}

/**
 * The heads to edit on from after a save: the records that hold the value just written.
 *
 * Values that somebody else wrote meanwhile are left out on purpose: the author has not seen them, and naming them as
 * parents would settle a conflict unasked.
 */
export function ownHeads(reply: EntityView, field: string, written: FieldValue): readonly string[] {
  const heads = reply.seen[field] ?? [];
  const live = reply.fields[field]?.live ?? [];
  if (live.length <= 1) return heads;
  return live.find((one) => sameText(one.value, written))?.records ?? heads;
}

/** Equal as they are stored: texts in Unicode's composed form. */
function sameText(left: FieldValue, right: FieldValue): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') return left === right;
  return left.normalize('NFC') === right.normalize('NFC');
}
