import { z } from 'zod';
import {
  baseSheetSchema,
  returnManifestSchema,
  type BaseCell,
  type BaseRow,
  type ReturnManifest,
} from './returnManifest.ts';
import { returnSheetKeys } from './returnSheets.ts';

const ROW_MEMBERS = 3;
const CELL_MEMBERS = 2;
const rowKey = /^[A-Za-z0-9]{1,40}$/;
const recordId = /^[0-9a-f]{32}$/;

/** Everything but the rows, of which there may be tens of thousands. */
const sheetSchema = baseSheetSchema.extend({ rows: z.array(z.custom<BaseRow>(isPlainRow)).max(50_000) });
const withoutRowsSchema = returnManifestSchema.extend({
  sheets: z.array(sheetSchema).min(1).max(returnSheetKeys.length),
});

/**
 * The manifest that a value parsed from JSON is, or why it is none.
 *
 * Its rows are what a copy of this program wrote, mostly: these are recognised by a look at each part, several times as
 * quickly as by the schema, and are handed back as they are. Whatever is not is left to the schema.
 */
export function parseReturnManifest(value: unknown): z.ZodSafeParseResult<ReturnManifest> {
  const plain = withoutRowsSchema.safeParse(value);
  return plain.success ? plain : returnManifestSchema.safeParse(value);
}

/** Never true of what the schema refuses; a property holds the two together. */
function isPlainRow(value: unknown): value is BaseRow {
  if (!hasMembers(value, ROW_MEMBERS)) return false;
  // Each part is looked at before anything is made of it.
  const { key, entityId, cells } = value as Readonly<Record<keyof BaseRow, unknown>>;
  return (
    typeof key === 'string' &&
    rowKey.test(key) &&
    (entityId === null || isText(entityId, 1, 400)) &&
    Array.isArray(cells) &&
    cells.length <= 20 &&
    cells.every(isPlainCell)
  );
}

function isPlainCell(value: unknown): boolean {
  if (!hasMembers(value, CELL_MEMBERS)) return false;
  // As above.
  const { shown, records } = value as Readonly<Record<keyof BaseCell, unknown>>;
  return isText(shown, 0, 32_767) && (records === null || isListOfIds(records));
}

function isListOfIds(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 1_000 && value.every(isRecordId);
}

function isRecordId(value: unknown): boolean {
  return typeof value === 'string' && recordId.test(value);
}

function isText(value: unknown, shortest: number, longest: number): boolean {
  return typeof value === 'string' && value.length >= shortest && value.length <= longest;
}

function hasMembers(value: unknown, count: number): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === count
  );
}
