import type { FieldValue } from '../changeRecord.ts';
import { entityCatalogue, type EntityKind } from '../entityCatalogue.ts';

/** One field that somebody filled in or emptied, and the records whose value they replaced. */
export type ReturnChange = {
  readonly entity: EntityKind;
  readonly entityId: string;
  readonly field: string;
  readonly value: FieldValue;
  readonly parents: readonly string[];
};

/** Why the workbook can't hold the value in the field; undefined when it can. */
export function problemOfValue(entity: EntityKind, field: string, value: FieldValue): string | undefined {
  // The shape of each kind has its own keys; here any name may be asked for.
  const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } } | undefined>> =
    entityCatalogue[entity].shape;
  const schema = Object.hasOwn(shape, field) ? shape[field] : undefined;
  if (schema === undefined) return 'The workbook has no place for it.';
  if (schema.safeParse(value).success) return undefined;
  return typeof value === 'string' && value.length > 1_000
    ? `The text is too long for this column: ${value.length.toLocaleString('en-GB')} characters.`
    : 'The workbook can’t hold this value here.';
}
