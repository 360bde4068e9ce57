import { z } from 'zod';
import { strengthLevels } from '../../domain/evidenceStrength.ts';
import { workStatuses } from '../../domain/gradeScale.ts';
import { gradeValueSchema } from '../../domain/gradeValueSchema.ts';
import { entityViewSchema } from './fieldView.ts';

const statusSchema = z.enum(workStatuses);

export const outlineQuestionSchema = z.strictObject({
  id: z.string(),
  /** Position within its quality indicator, from 1. */
  position: z.number(),
  text: z.string(),
  answered: z.boolean(),
  status: statusSchema,
  evidence: z.number(),
  conflict: z.boolean(),
  /** Whether the current author wrote the voice's answer. */
  mine: z.boolean(),
});

export const outlineQualityIndicatorSchema = z.strictObject({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  grade: gradeValueSchema.nullable(),
  gradeConflict: z.boolean(),
  status: statusSchema,
  /** Evidence linked to the quality indicator or to one of its questions, each counted once. */
  evidence: z.number(),
  /** Whether the current author gave the voice's grade or wrote its reasons. */
  mine: z.boolean(),
  questions: z.array(outlineQuestionSchema),
});

export const outlineKeyQuestionSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  answered: z.number(),
  questions: z.number(),
  graded: z.number(),
  qualityIndicators: z.array(outlineQualityIndicatorSchema),
});

/** The outline of the walk for the current voice. */
export const walkViewSchema = z.strictObject({
  keyQuestions: z.array(outlineKeyQuestionSchema),
  answered: z.number(),
  questions: z.number(),
});
export type WalkView = z.infer<typeof walkViewSchema>;

export const linkedEvidenceSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.string().nullable(),
  date: z.string().nullable(),
  period: z.string().nullable(),
  partnerName: z.string().nullable(),
  attachments: z.number(),
  /** Everything it is linked to, this place included. */
  usedIn: z.number(),
});
export type LinkedEvidence = z.infer<typeof linkedEvidenceSchema>;

const strengthViewSchema = z.strictObject({
  level: z.enum(strengthLevels),
  advice: z.array(z.string()),
});

const otherAnswerSchema = z.strictObject({
  voice: z.string(),
  voiceName: z.string(),
  entity: entityViewSchema,
});

/** One question of the walk: the voice's answer, the others', and the evidence. */
export const questionViewSchema = z.strictObject({
  questionId: z.string(),
  qualityIndicatorId: z.string(),
  answer: entityViewSchema,
  others: z.array(otherAnswerSchema),
  evidence: z.array(linkedEvidenceSchema),
  evidenceTotal: z.number(),
});
export type QuestionView = z.infer<typeof questionViewSchema>;

/** One quality indicator: the voice's grade, the others', and all its evidence. */
export const qualityIndicatorViewSchema = z.strictObject({
  qualityIndicatorId: z.string(),
  grade: entityViewSchema,
  others: z.array(otherAnswerSchema),
  evidence: z.array(linkedEvidenceSchema),
  evidenceTotal: z.number(),
  strength: strengthViewSchema,
});
export type QualityIndicatorView = z.infer<typeof qualityIndicatorViewSchema>;

/** The overview: progress, what is unfinished and where evidence is wanting. */
export const overviewViewSchema = z.strictObject({
  answered: z.number(),
  questions: z.number(),
  graded: z.number(),
  qualityIndicators: z.number(),
  keyQuestions: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      answered: z.number(),
      questions: z.number(),
      grades: z.array(
        z.strictObject({
          qualityIndicatorId: z.string(),
          number: z.string(),
          title: z.string(),
          grade: gradeValueSchema.nullable(),
          conflict: z.boolean(),
          status: statusSchema,
          answered: z.number(),
          questions: z.number(),
          evidence: z.number(),
        }),
      ),
    }),
  ),
  /** Voices other than the current one that have written something. */
  voices: z.array(
    z.strictObject({
      voice: z.string(),
      voiceName: z.string(),
      answered: z.number(),
      graded: z.number(),
    }),
  ),
  unfinished: z.array(
    z.strictObject({
      questionId: z.string(),
      label: z.string(),
      status: statusSchema,
      why: z.string(),
    }),
  ),
  gaps: z.array(
    z.strictObject({
      outcomeId: z.string(),
      title: z.string(),
      evidence: z.number(),
      strength: strengthViewSchema,
    }),
  ),
  /** Quality indicators graded 5 or 6 on thin evidence, or 1 or 2 without saying what next. */
  worthALook: z.array(z.strictObject({ qualityIndicatorId: z.string(), label: z.string(), why: z.string() })),
  conflicts: z.number(),
  evidence: z.number(),
});
export type OverviewView = z.infer<typeof overviewViewSchema>;
