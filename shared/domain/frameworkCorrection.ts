import { z } from 'zod';
import { rowIdSchema } from './frameworkProvenance.ts';
import type { Catalogue, FrameworkRow } from './frameworkSchema.ts';

const correctableFields = [
  'title',
  'text',
  'guidance',
  'definition',
  'illustrationVeryGood',
  'illustrationWeak',
] as const;

/** One text of one row as the officer's own copy has it. `checked` says that they compared the row with that copy. */
export const correctionSchema = z
  .strictObject({
    rowId: rowIdSchema,
    field: z.enum(correctableFields),
    value: z.string(),
    checked: z.boolean().optional(),
  })
  .readonly();
export type Correction = z.infer<typeof correctionSchema>;

function correctRow<Row extends FrameworkRow>(row: Row, corrections: readonly Correction[]): Row {
  const current = new Map(Object.entries(row));
  // A record made by a newer version may name a field that this row does not have; it stays in the log, unused.
  const known = corrections.filter((correction) => current.has(correction.field));
  if (known.length === 0) return row;
  const texts = Object.fromEntries(known.map((correction) => [correction.field, correction.value]));
  const changed = Object.entries(texts).some(([field, value]) => current.get(field) !== value);
  const checked = row.checked || known.some((correction) => correction.checked === true);
  return { ...row, ...texts, corrected: row.corrected || changed, checked };
}

/**
 * The catalogue with the corrected texts in place. A row whose text differs from the shipped one is `corrected`; one that
 * an officer confirmed is `checked`. Of several corrections of one field the last counts. Corrections of rows or fields
 * that the catalogue does not have are passed over. The catalogue given is left as it is.
 */
export function applyCorrections(catalogue: Catalogue, corrections: readonly Correction[]): Catalogue {
  if (corrections.length === 0) return catalogue;
  const correct = <Row extends FrameworkRow>(rows: readonly Row[]): readonly Row[] =>
    rows.map((row) =>
      correctRow(
        row,
        corrections.filter((correction) => correction.rowId === row.id),
      ),
    );
  return {
    editions: catalogue.editions,
    keyQuestions: correct(catalogue.keyQuestions),
    areas: correct(catalogue.areas),
    qualityIndicators: correct(catalogue.qualityIndicators),
    questions: correct(catalogue.questions),
    methodQuestions: correct(catalogue.methodQuestions),
    scale: correct(catalogue.scale),
    outcomes: correct(catalogue.outcomes),
    indicators: correct(catalogue.indicators),
    reportingMeasures: correct(catalogue.reportingMeasures),
    aims: correct(catalogue.aims),
    priorityActions: correct(catalogue.priorityActions),
    nationalIndicators: correct(catalogue.nationalIndicators),
    pathwayPoints: correct(catalogue.pathwayPoints),
    partners: correct(catalogue.partners),
    crosswalk: correct(catalogue.crosswalk),
  };
}
