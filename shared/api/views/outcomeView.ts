import { z } from 'zod';
import { evidenceKinds } from '../../domain/entityCatalogue.ts';
import { strengthLevels } from '../../domain/evidenceStrength.ts';
import { outcomeKindSchema } from '../../domain/frameworkOutcomeRows.ts';
import { evidenceRowSchema } from './evidenceView.ts';

export const outcomeRowSchema = z.strictObject({
  id: z.string(),
  kind: outcomeKindSchema,
  title: z.string(),
  evidence: z.number(),
  kinds: z.array(z.enum(evidenceKinds)),
  newest: z.string().nullable(),
  partners: z.number(),
  level: z.enum(strengthLevels),
  advice: z.array(z.string()),
});

export const outcomesViewSchema = z.strictObject({
  outcomes: z.array(outcomeRowSchema),
  rule: z.string(),
});
export type OutcomesView = z.infer<typeof outcomesViewSchema>;

/** One outcome: how its evidence is made up, and a first page of it. */
export const outcomeViewSchema = z.strictObject({
  outcome: outcomeRowSchema,
  byKind: z.array(z.strictObject({ kind: z.enum(evidenceKinds), count: z.number() })),
  byYear: z.array(z.strictObject({ year: z.string(), count: z.number() })),
  byPartner: z.array(z.strictObject({ partner: z.string(), name: z.string(), count: z.number() })),
  rows: z.array(evidenceRowSchema),
  total: z.number(),
  /** Outcomes of other editions or levels that map to it. */
  related: z.array(z.strictObject({ id: z.string(), title: z.string(), evidence: z.number() })),
});
export type OutcomeView = z.infer<typeof outcomeViewSchema>;

export const matrixColumnKinds = ['quality-indicator', 'partner', 'pathway-point'] as const;

export const matrixViewSchema = z.strictObject({
  columns: z.array(z.strictObject({ id: z.string(), label: z.string(), title: z.string() })),
  rows: z.array(
    z.strictObject({
      outcomeId: z.string(),
      title: z.string(),
      /** One number a column: how many items are linked to both. */
      counts: z.array(z.number()),
      total: z.number(),
    }),
  ),
});
export type MatrixView = z.infer<typeof matrixViewSchema>;
