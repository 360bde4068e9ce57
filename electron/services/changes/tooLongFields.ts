import type { z } from 'zod';
import { fieldLabel } from '../history/fieldLabel.ts';

/**
 * A sentence on fields that hold more than can be kept, by the names that people know them by; undefined where something
 * else is wrong too. `placeOf` answers the field that an issue is about.
 */
export function tooLongFields(
  { issues }: z.ZodError,
  placeOf: (path: readonly PropertyKey[]) => PropertyKey | undefined,
): string | undefined {
  const fields = new Set<string>();
  for (const { code, path } of issues) {
    const field = placeOf(path);
    if (code !== 'too_big' || field === undefined) return undefined;
    fields.add(`“${fieldLabel(String(field))}”`);
  }
  const names = [...fields].join(', ');
  return fields.size === 1
    ? `${names} is longer than can be kept here. Shorten it.`
    : `${names} are longer than can be kept here. Shorten them.`;
}
