import { changeRecordSchema, type ChangeRecord, type FieldValue } from './changeRecord.ts';

const forbiddenNames: ReadonlySet<unknown> = new Set(['__proto__', 'constructor', 'prototype']);
const recordId = /^[0-9a-f]{32}$/;
const sha256 = /^[0-9a-f]{64}$/;
const FIELDS = 13;

/**
 * The record that a value parsed from JSON is; undefined when it is none, which is for `changeRecordSchema` to say.
 *
 * Most values are what a copy of this program wrote, and there may be a million of them: these are recognised by a look at
 * each part, several times as quickly, and are handed back as they are. Whatever is not is left to the schema.
 */
export function parseChangeRecord(value: unknown): ChangeRecord | undefined {
  if (isPlainRecord(value)) return value;
  const parsed = changeRecordSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** Never true of what the schema refuses; a property holds the two together. */
function isPlainRecord(value: unknown): value is ChangeRecord {
  if (!isObject(value) || Object.keys(value).length !== FIELDS) return false;
  const { id, workbook, entity, entityId, set, parents, author, voice, replica, at, app, schema, hash } =
    // Each part is looked at before anything is made of it.
    value as Readonly<Record<keyof ChangeRecord, unknown>>;
  return (
    typeof id === 'string' &&
    recordId.test(id) &&
    typeof hash === 'string' &&
    sha256.test(hash) &&
    isText(workbook, 1, 60) &&
    isName(entity) &&
    isText(entityId, 1, 400) &&
    isText(author, 0, 200) &&
    isText(voice, 1, 120) &&
    isText(replica, 1, 60) &&
    isText(at, 0, 40) &&
    isText(app, 0, 40) &&
    Number.isSafeInteger(schema) &&
    Number(schema) > 0 &&
    hasFields(set, isFieldValue) &&
    hasFields(parents, isListOfIds)
  );
}

function hasFields(value: unknown, isWanted: (member: unknown) => boolean): boolean {
  if (!isObject(value)) return false;
  for (const [name, member] of Object.entries(value)) if (!isName(name) || !isWanted(member)) return false;
  return true;
}

function isFieldValue(value: unknown): value is FieldValue {
  return typeof value === 'string' || typeof value === 'boolean' || value === null || Number.isFinite(value);
}

function isListOfIds(value: unknown): boolean {
  return Array.isArray(value) && value.every((id) => typeof id === 'string' && recordId.test(id));
}

function isName(value: unknown): boolean {
  return isText(value, 1, 60) && !forbiddenNames.has(value);
}

function isText(value: unknown, shortest: number, longest: number): boolean {
  return typeof value === 'string' && value.length >= shortest && value.length <= longest;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
