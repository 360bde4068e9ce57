import { z } from 'zod';
import { workStatuses } from './gradeScale.ts';
import { gradeValueSchema } from './gradeValueSchema.ts';

/** Long enough for any narrative, short enough that one paste of a whole document can't stall a screen. */
export const LONGEST_TEXT = 200_000;

const text = z.string().max(LONGEST_TEXT).nullable();
const line = z.string().max(2_000).nullable();
const flag = z.boolean();

/** The four kinds of evidence, after the sources that validation draws on (reference: domain facts, 1.6). */
export const evidenceKinds = [
  'performance-data',
  'views-of-people',
  'document',
  'direct-observation',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Indicator types exactly as the plan spells them. */
export const indicatorTypes = ['Quantitative', 'Change and Impact', 'Contextual'] as const;

/** The kinds of body that a partner can be. */
export const bodyKinds = ['statutory', 'third-sector', 'community', 'other'] as const;

/** How a conflict can be settled: by one of its values, by all of them together, or by a new one. */
export const settleWays = ['take', 'combine', 'own'] as const;

/**
 * Every kind of entity and its fields: what an edit may set, and to what.
 *
 * `null` empties a field. `deleted` is a field like any other, so that a deletion can be undone and can conflict.
 */
export const entityCatalogue = {
  /** The workbook itself; its id is always `workbook`. */
  workbook: z.strictObject({
    partnership: line,
    round: line,
    marking: line,
    retentionReview: line,
    note: text,
  }),
  /** What one voice writes to one question; id from `answerIdentity`. */
  answer: z.strictObject({
    howAreWeDoing: text,
    howDoWeKnow: text,
    whatNext: text,
    status: z.enum(workStatuses).nullable(),
  }),
  /** What one voice makes of one quality indicator; id from `gradeIdentity`. */
  grade: z.strictObject({
    grade: gradeValueSchema.nullable(),
    rationale: text,
    whatNext: text,
    status: z.enum(workStatuses).nullable(),
  }),
  /** One thing that shows how we know. */
  evidence: z.strictObject({
    title: line,
    kind: z.enum(evidenceKinds).nullable(),
    /** A calendar date `YYYY-MM-DD`, a month `YYYY-MM` or a year `YYYY`. */
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .nullable(),
    /** A period in words, such as "April to December 2016". */
    period: line,
    source: line,
    shows: text,
    difference: text,
    owner: line,
    /** A partner's id. */
    partner: line,
    marking: line,
    note: text,
    deleted: flag,
  }),
  /** One link between evidence (or an action) and something it supports; id from `linkIdentity`. */
  link: z.strictObject({ linked: flag }),
  /** One file on one item of evidence; id from `attachmentIdentity`. */
  attachment: z.strictObject({
    name: line,
    bytes: z.number().int().nonnegative().nullable(),
    mediaType: line,
    deleted: flag,
  }),
  /** One improvement action. */
  action: z.strictObject({
    title: text,
    outcome: line,
    qualityIndicator: line,
    /** As written, such as "June 2017" or "31 March 2018": due dates are words as often as dates. */
    due: line,
    managedBy: line,
    /** The id of the action that this one is part of. */
    partOf: line,
    /** Fractional key: sorted as text among the actions of one outcome. */
    order: line,
    progress: text,
    note: text,
    deleted: flag,
  }),
  /** An indicator as this partnership uses it; its id is the catalogue row's id, or random for a local one. */
  indicator: z.strictObject({
    title: text,
    type: z.enum(indicatorTypes).nullable(),
    outcome: line,
    used: flag.nullable(),
    whyNotUsed: text,
    /** One reporting measure a line. */
    measures: text,
    note: text,
    order: line,
    deleted: flag,
  }),
  /** One value of one indicator or series. */
  'indicator-value': z.strictObject({
    indicator: line,
    series: line,
    area: line,
    period: line,
    value: z.number().nullable(),
    unit: line,
    target: line,
    source: line,
    caveat: text,
    order: line,
    deleted: flag,
  }),
  /** One row of the participation statement: *Activity*, *Who was involved*, *Learning Points*. */
  participation: z.strictObject({
    activity: text,
    whoWasInvolved: text,
    learningPoints: text,
    strengthsOpportunities: text,
    weaknessesThreats: text,
    order: line,
    deleted: flag,
  }),
  /** One cell of the matrix partner × pathway point; its id is `partner:pathway point`. */
  'pathway-cell': z.strictObject({
    involved: flag.nullable(),
    basis: z.enum(['statutory', 'non-statutory', 'unknown']).nullable(),
    level: z.enum(['strategic', 'operational', 'both', 'unknown']).nullable(),
    note: text,
  }),
  /** A partner that the catalogue does not have, or what this partnership notes of one that it has. */
  partner: z.strictObject({
    name: line,
    bodyKind: z.enum(bodyKinds).nullable(),
    note: text,
    order: line,
    deleted: flag,
  }),
  /** A correction of a framework row's text, or an officer's word that it agrees with their copy; id is the row's id. */
  'framework-row': z.strictObject({
    title: text,
    text: text,
    guidance: text,
    definition: text,
    illustrationVeryGood: text,
    illustrationWeak: text,
    checked: flag,
  }),
  /** How one conflict was settled, beside the change that settled it; id random. */
  settlement: z.strictObject({
    /** Kind and id of the entry, with a space between them. */
    about: line,
    field: line,
    how: z.enum(settleWays).nullable(),
    reason: text,
    /** The ids of the records whose values it settled, with a space between them. */
    settles: text,
  }),
  /**
   * That two pieces of evidence are one; id from `joiningIdentity`. Both stay, and the first stands for both. `apart`: that
   * somebody has looked at them and left them as two, so that nobody is asked again.
   */
  joining: z.strictObject({ joined: flag, apart: flag }),
} as const;

export type EntityKind = keyof typeof entityCatalogue;
export type EntityFields<Kind extends EntityKind> = Partial<z.infer<(typeof entityCatalogue)[Kind]>>;

/** Every entity kind that this version knows. */
// Object.keys of a constant object has exactly its keys.
export const entityKinds = Object.keys(entityCatalogue) as readonly EntityKind[];

/** Whether this version knows the kind; records of others are kept and applied after an upgrade. */
export function isEntityKind(kind: string): kind is EntityKind {
  return Object.hasOwn(entityCatalogue, kind);
}

/** Whether the field holds free text that people type, rather than a choice, a number or a date. */
export function isTypedText(kind: string, field: string): boolean {
  if (!isEntityKind(kind)) return false;
  // The shape of each kind has its own keys; here any name may be asked for.
  const shape: Readonly<Record<string, unknown>> = entityCatalogue[kind].shape;
  return shape[field] === text || shape[field] === line;
}
