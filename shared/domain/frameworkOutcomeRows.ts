import { z } from 'zod';
import { bodyKinds, indicatorTypes } from './entityCatalogue.ts';
import { aliasSchema, rowFields, rowIdSchema } from './frameworkProvenance.ts';

const rowIds = z.array(rowIdSchema).readonly().default([]);
const aliases = z.array(aliasSchema).readonly().default([]);
const parts = z.array(z.string().min(1)).readonly().default([]);
const numbered = { number: z.string().min(1), title: z.string().min(1) } as const;

export const outcomeKindSchema = z.enum(['structural', 'person-centric', 'local', 'national']);

/** An outcome of any edition; a local one names the common outcomes it maps to. */
export const outcomeSchema = z
  .strictObject({
    rowKind: z.literal('outcome').default('outcome'),
    ...rowFields,
    ...numbered,
    kind: outcomeKindSchema,
    aliases,
    mapsTo: rowIds,
    priorityActionIds: rowIds,
    improvementAreas: parts,
  })
  .readonly();

/** A common (2016) or locally added indicator; `inPlan` says whether the plan of West Dunbartonshire uses it. */
export const indicatorSchema = z
  .strictObject({
    rowKind: z.literal('indicator').default('indicator'),
    ...rowFields,
    ...numbered,
    type: z.enum(indicatorTypes),
    outcomeIds: rowIds,
    inPlan: z.boolean(),
    parts,
  })
  .readonly();

/** One reporting measure of an indicator, in the plan's own words and order. */
export const reportingMeasureSchema = z
  .strictObject({
    rowKind: z.literal('reportingMeasure').default('reportingMeasure'),
    ...rowFields,
    indicatorId: rowIdSchema,
    text: z.string().min(1),
    parts,
  })
  .readonly();

export const aimSchema = z
  .strictObject({ rowKind: z.literal('aim').default('aim'), ...rowFields, ...numbered })
  .readonly();

export const priorityActionSchema = z
  .strictObject({
    rowKind: z.literal('priorityAction').default('priorityAction'),
    ...rowFields,
    ...numbered,
    aimId: rowIdSchema,
  })
  .readonly();

export const nationalIndicatorSchema = z
  .strictObject({
    rowKind: z.literal('nationalIndicator').default('nationalIndicator'),
    ...rowFields,
    ...numbered,
    outcomeIds: rowIds,
    parts,
  })
  .readonly();

export const pathwayPointSchema = z
  .strictObject({
    rowKind: z.literal('pathwayPoint').default('pathwayPoint'),
    ...rowFields,
    ...numbered,
    aliases,
  })
  .readonly();

const bodyKindSchema = z.enum(bodyKinds);

/** A partner; `statutoryBasis` is the letter of section 13(2) of the 2016 Act, empty for others. */
export const partnerSchema = z
  .strictObject({
    rowKind: z.literal('partner').default('partner'),
    ...rowFields,
    title: z.string().min(1),
    bodyKind: bodyKindSchema,
    statutoryBasis: z.string().default(''),
    actWording: z.string().default(''),
    aliases,
  })
  .readonly();

/** Where the evidence of a 2016 outcome may belong in 2023; always an inference, never a published mapping. */
export const crosswalkRowSchema = z
  .strictObject({
    rowKind: z.literal('crosswalkRow').default('crosswalkRow'),
    ...rowFields,
    inference: z.literal(true),
    fromOutcomeId: rowIdSchema,
    toOutcomeIds: rowIds,
    toPriorityActionIds: rowIds,
  })
  .readonly();

export type OutcomeKind = z.infer<typeof outcomeKindSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type ReportingMeasure = z.infer<typeof reportingMeasureSchema>;
export type Aim = z.infer<typeof aimSchema>;
export type PriorityAction = z.infer<typeof priorityActionSchema>;
export type NationalIndicator = z.infer<typeof nationalIndicatorSchema>;
export type PathwayPoint = z.infer<typeof pathwayPointSchema>;
export type BodyKind = z.infer<typeof bodyKindSchema>;
export type Partner = z.infer<typeof partnerSchema>;
export type CrosswalkRow = z.infer<typeof crosswalkRowSchema>;
