import type { WalkView } from '../../../shared/api/views/walkView.ts';
import { fieldsInConflict } from '../../../shared/domain/entityState.ts';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { gradeOf, isAnswered, statusOf, voicedStates, type Voiced } from './voicedStates.ts';

/** The outline of the walk as the copy's own voice has it. */
export function readWalk(workbook: OpenWorkbook): WalkView {
  const catalogue = workbook.catalogue();
  const voice = workbook.voice();
  const answers = voicedStates(workbook.states.ofKind('answer')).get(voice) ?? new Map<string, Voiced>();
  const grades = voicedStates(workbook.states.ofKind('grade')).get(voice) ?? new Map<string, Voiced>();
  const evidenceByQuestion = workbook.evidence.countsByTarget('question');
  const author = workbook.author();

  const keyQuestions = catalogue.keyQuestions.map((keyQuestion) => {
    const qualityIndicators = catalogue.qualityIndicators
      .filter(({ keyQuestionId }) => keyQuestionId === keyQuestion.id)
      .map((indicator) => {
        const questions = catalogue.questions
          .filter(({ qualityIndicatorId }) => qualityIndicatorId === indicator.id)
          .map((question, index) => {
            const answer = answers.get(question.id);
            return {
              id: question.id,
              position: index + 1,
              text: question.text,
              answered: isAnswered(answer?.state),
              status: statusOf(answer?.state),
              evidence: evidenceByQuestion.get(question.id) ?? 0,
              conflict: answer !== undefined && fieldsInConflict(answer.state).length > 0,
              mine: answer !== undefined && wrote(workbook, answer, author),
            };
          });
        const grade = grades.get(indicator.id);
        return {
          id: indicator.id,
          number: indicator.number,
          title: indicator.title,
          grade: gradeOf(grade?.state),
          gradeConflict: grade !== undefined && fieldsInConflict(grade.state).length > 0,
          status: statusOf(grade?.state),
          evidence: workbook.evidence.countLinkedToAny(targetsOf(indicator.id, questions)),
          mine: grade !== undefined && wrote(workbook, grade, author),
          questions,
        };
      });
    const questions = qualityIndicators.flatMap((indicator) => indicator.questions);
    return {
      id: keyQuestion.id,
      title: keyQuestion.text,
      answered: questions.filter(({ answered }) => answered).length,
      questions: questions.length,
      graded: qualityIndicators.filter(({ grade }) => typeof grade === 'number').length,
      qualityIndicators,
    };
  });
  return {
    keyQuestions,
    answered: keyQuestions.reduce((sum, { answered }) => sum + answered, 0),
    questions: keyQuestions.reduce((sum, { questions }) => sum + questions, 0),
  };
}

/** A quality indicator's evidence is what is linked to it or to one of its questions. */
export function targetsOf(
  qualityIndicatorId: string,
  questions: readonly { readonly id: string }[],
): readonly LinkTarget[] {
  return [
    { kind: 'quality-indicator', id: qualityIndicatorId },
    ...questions.map(({ id }): LinkTarget => ({ kind: 'question', id })),
  ];
}

function wrote(workbook: OpenWorkbook, voiced: Voiced, author: string): boolean {
  return Object.values(voiced.state).some((heads) =>
    heads.some(([record]) => workbook.log.find(record)?.record.author === author),
  );
}
