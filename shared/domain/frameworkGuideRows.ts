import { z } from 'zod';
import {
  citationSchema,
  provenanceSchema,
  rowFields,
  rowIdSchema,
  wordingSchema,
} from './frameworkProvenance.ts';

const numbered = { number: z.string().min(1), title: z.string().min(1) } as const;

/** One of the six domains (A to F) of the quality indicator model; `text` is its key question. */
export const keyQuestionSchema = z
  .strictObject({
    rowKind: z.literal('keyQuestion').default('keyQuestion'),
    ...rowFields,
    ...numbered,
    text: z.string().min(1),
  })
  .readonly();

/** One of the ten areas that group quality indicators. The title is empty where no source gives one. */
export const areaSchema = z
  .strictObject({
    rowKind: z.literal('area').default('area'),
    ...rowFields,
    number: z.string().min(1),
    title: z.string().default(''),
    keyQuestionId: rowIdSchema,
  })
  .readonly();

/** A quality indicator. The illustrations are empty until an officer fills them from their own copy of the guide. */
export const qualityIndicatorSchema = z
  .strictObject({
    rowKind: z.literal('qualityIndicator').default('qualityIndicator'),
    ...rowFields,
    ...numbered,
    numberProvenance: provenanceSchema,
    keyQuestionId: rowIdSchema,
    areaId: rowIdSchema,
    illustrationVeryGood: z.string().default(''),
    illustrationWeak: z.string().default(''),
  })
  .readonly();

/** A question of a quality indicator. `guidance` is always in the app's own words. */
export const questionSchema = z
  .strictObject({
    rowKind: z.literal('question').default('question'),
    ...rowFields,
    qualityIndicatorId: rowIdSchema,
    alsoRelevantTo: z.array(rowIdSchema).readonly().default([]),
    text: z.string().min(1),
    guidance: z.string().default(''),
    guidanceWording: wordingSchema.default('app'),
  })
  .readonly();

/** One of the three questions of the method, asked of every quality indicator. */
export const methodQuestionSchema = z
  .strictObject({
    rowKind: z.literal('methodQuestion').default('methodQuestion'),
    ...rowFields,
    aspect: z.enum(['doing', 'knowing', 'next']),
    text: z.string().min(1),
    guidance: z.string().default(''),
  })
  .readonly();

/** One point of the six-point scale: `definition` is the short one, `text` the longer, which has a provenance of its own. */
export const scalePointSchema = z
  .strictObject({
    rowKind: z.literal('scalePoint').default('scalePoint'),
    ...rowFields,
    grade: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
    title: z.string().min(1),
    definition: z.string().min(1),
    text: z.string().default(''),
    textProvenance: provenanceSchema,
    textWording: wordingSchema,
    textSource: citationSchema,
  })
  .readonly();

export type KeyQuestion = z.infer<typeof keyQuestionSchema>;
export type Area = z.infer<typeof areaSchema>;
export type QualityIndicator = z.infer<typeof qualityIndicatorSchema>;
export type Question = z.infer<typeof questionSchema>;
export type MethodQuestion = z.infer<typeof methodQuestionSchema>;
export type ScalePoint = z.infer<typeof scalePointSchema>;
