import type { Database } from 'better-sqlite3';
import { z } from 'zod';

/** What the saving program says once the service has answered that a save is done. */
export const acknowledgedSaveSchema = z.strictObject({
  save: z.number(),
  entity: z.string(),
  entityId: z.string(),
  field: z.string(),
});
export type AcknowledgedSave = z.infer<typeof acknowledgedSaveSchema>;

/** The text that save number `save` writes, which tells later saves of the same field from earlier ones. */
export function textOfSave(save: number): string {
  return `save ${save} ${'of words that fill a sentence '.repeat(save % 12)}`.trim();
}

/** The acknowledged saves, one JSON object a line; a last line that was cut off counts for nothing. */
export function parseAcknowledgements(output: string): readonly AcknowledgedSave[] {
  return output
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('{'))
    .map((line) => acknowledgedSaveSchema.parse(JSON.parse(line)));
}

/**
 * The acknowledged saves that the workbook does not hold: neither what was saved nor something that was saved later in
 * the same field.
 */
export function lostSaves(
  database: Database,
  acknowledged: readonly AcknowledgedSave[],
): readonly AcknowledgedSave[] {
  const state = database
    .prepare<[string, string], string>('SELECT fields FROM entity_state WHERE entity = ? AND entity_id = ?')
    .pluck();
  const headsSchema = z.record(z.string(), z.array(z.tuple([z.string(), z.unknown()])));
  return acknowledged.filter(({ save, entity, entityId, field }) => {
    const fields = state.get(entity, entityId);
    const heads = fields === undefined ? [] : (headsSchema.parse(JSON.parse(fields))[field] ?? []);
    return !heads.some(([, value]) => holds(value, save));
  });
}

function holds(value: unknown, save: number): boolean {
  const text = /^save (\d+)/.exec(String(value));
  return text === null ? value !== null && value !== false : Number(text[1]) >= save;
}
