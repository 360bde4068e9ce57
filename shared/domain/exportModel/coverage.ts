import { answerIdentity, PARTNERSHIP_VOICE, type LinkTarget } from '../entityIdentity.ts';
import type { Question } from '../frameworkGuideRows.ts';
import type { Catalogue } from '../frameworkSchema.ts';
import type { ExportEntity, ExportSource } from './exportSource.ts';
import { isWritten } from './liveText.ts';

const answerTexts = ['howAreWeDoing', 'howDoWeKnow', 'whatNext'] as const;
const gradeContent = ['grade', 'rationale', 'whatNext'] as const;

/** Whether anything was written; a status alone is no answer. */
export function isAnswer(answer: ExportEntity<'answer'>): boolean {
  return answerTexts.some((field) => isWritten(answer, field));
}

/** Whether a grade, a reason or a next step was given; a status alone is none. */
export function isGrading(grade: ExportEntity<'grade'>): boolean {
  return gradeContent.some((field) => isWritten(grade, field));
}

/** Whether the partnership has answered a question. */
export function isQuestionAnswered(source: ExportSource): (questionId: string) => boolean {
  const answered = new Set(source.answers.filter(isAnswer).map(({ id }) => id));
  return (questionId) => answered.has(answerIdentity(questionId, PARTNERSHIP_VOICE));
}

/** A quality indicator's questions in their order. */
export function questionsOf(catalogue: Catalogue, qualityIndicatorId: string): readonly Question[] {
  return catalogue.questions.filter((question) => question.qualityIndicatorId === qualityIndicatorId);
}

/** A quality indicator and its questions, as what evidence can be linked to. */
export function targetsOf(catalogue: Catalogue, qualityIndicatorId: string): readonly LinkTarget[] {
  const questions = questionsOf(catalogue, qualityIndicatorId);
  return [
    { kind: 'quality-indicator', id: qualityIndicatorId },
    ...questions.map(({ id }) => ({ kind: 'question', id }) as const),
  ];
}
