import type { FieldValue } from '../../../shared/domain/changeRecord.ts';

/** The fields that are there: a field given as undefined is one that was left out. */
export function definedFields(
  fields: Readonly<Record<string, FieldValue | undefined>>,
): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, value] as const],
    ),
  );
}
