import type { WalkView } from '../../../../shared/api/views/walkView.ts';
import type {
  OutlineQualityIndicator,
  OutlineQuestion,
} from '../../../../renderer/screens/walk/walkStops.ts';

/** A question of the outline as it is before anybody has worked on it. */
export function anOutlineQuestion(
  id: string,
  position: number,
  changes: Partial<OutlineQuestion> = {},
): OutlineQuestion {
  return {
    id,
    position,
    text: `Question ${position} of ${id}`,
    answered: false,
    status: 'to-do',
    evidence: 0,
    conflict: false,
    mine: false,
    ...changes,
  };
}

/** A quality indicator of the outline with its questions. */
export function anOutlineIndicator(
  number: string,
  questions: readonly OutlineQuestion[],
  changes: Partial<OutlineQualityIndicator> = {},
): OutlineQualityIndicator {
  return {
    id: `ci2016/${number}`,
    number,
    title: `Indicator ${number}`,
    grade: null,
    gradeConflict: false,
    status: 'to-do',
    evidence: 0,
    mine: false,
    questions: [...questions],
    ...changes,
  };
}

/** One key question with these indicators. */
export function anOutline(...qualityIndicators: OutlineQualityIndicator[]): WalkView {
  const questions = qualityIndicators.flatMap((indicator) => indicator.questions);
  const answered = questions.filter((question) => question.answered).length;
  return {
    keyQuestions: [
      {
        id: 'ci2016/domain-D',
        title: 'How good is our management?',
        answered,
        questions: questions.length,
        graded: 0,
        qualityIndicators,
      },
    ],
    answered,
    questions: questions.length,
  };
}
