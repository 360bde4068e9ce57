import { z } from 'zod';
import {
  keyQuestionSchema,
  areaSchema,
  qualityIndicatorSchema,
  questionSchema,
  methodQuestionSchema,
  scalePointSchema,
} from './frameworkGuideRows.ts';
import {
  outcomeSchema,
  indicatorSchema,
  reportingMeasureSchema,
  aimSchema,
  priorityActionSchema,
  nationalIndicatorSchema,
  pathwayPointSchema,
  partnerSchema,
  crosswalkRowSchema,
} from './frameworkOutcomeRows.ts';
import { editionSchema } from './frameworkProvenance.ts';

/** The lists that a framework file may hold, and that a catalogue holds all of, each in its order. */
const frameworkLists = {
  keyQuestions: z.array(keyQuestionSchema).readonly().default([]),
  areas: z.array(areaSchema).readonly().default([]),
  qualityIndicators: z.array(qualityIndicatorSchema).readonly().default([]),
  questions: z.array(questionSchema).readonly().default([]),
  methodQuestions: z.array(methodQuestionSchema).readonly().default([]),
  scale: z.array(scalePointSchema).readonly().default([]),
  outcomes: z.array(outcomeSchema).readonly().default([]),
  indicators: z.array(indicatorSchema).readonly().default([]),
  reportingMeasures: z.array(reportingMeasureSchema).readonly().default([]),
  aims: z.array(aimSchema).readonly().default([]),
  priorityActions: z.array(priorityActionSchema).readonly().default([]),
  nationalIndicators: z.array(nationalIndicatorSchema).readonly().default([]),
  pathwayPoints: z.array(pathwayPointSchema).readonly().default([]),
  partners: z.array(partnerSchema).readonly().default([]),
  crosswalk: z.array(crosswalkRowSchema).readonly().default([]),
} as const;

/** One data file: one edition and its rows. */
export const frameworkFileSchema = z.strictObject({ edition: editionSchema, ...frameworkLists }).readonly();

/** Every edition a workbook uses, put together. */
export const catalogueSchema = z
  .strictObject({ editions: z.array(editionSchema).readonly(), ...frameworkLists })
  .readonly();

export type FrameworkFile = z.infer<typeof frameworkFileSchema>;
export type Catalogue = z.infer<typeof catalogueSchema>;

/** The lists of a catalogue that hold rows: everything but the editions. */
export type CatalogueList = Exclude<keyof Catalogue, 'editions'>;

/** A row of any list, told apart by `rowKind`. */
export type FrameworkRow = Catalogue[CatalogueList][number];
