import type { OverviewView, WalkView } from '../../../shared/api/views/walkView.ts';
import type { EntityState } from '../../../shared/domain/entityState.ts';
import { statusWord } from '../../../shared/domain/gradeScale.ts';
import { readOutcomes } from '../outcomes/readOutcomes.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { readWalk } from './readWalk.ts';
import { gradeOf, hasWords, isAnswered, voicedStates } from './voicedStates.ts';

/** Where the self-evaluation stands, for the copy's own voice. */
export function readOverview(workbook: OpenWorkbook): OverviewView {
  const walk = readWalk(workbook);
  const indicators = walk.keyQuestions.flatMap(({ qualityIndicators }) => qualityIndicators);
  return {
    answered: walk.answered,
    questions: walk.questions,
    graded: indicators.filter(({ grade }) => typeof grade === 'number').length,
    qualityIndicators: indicators.length,
    keyQuestions: walk.keyQuestions.map((keyQuestion) => ({
      id: keyQuestion.id,
      title: keyQuestion.title,
      answered: keyQuestion.answered,
      questions: keyQuestion.questions,
      grades: keyQuestion.qualityIndicators.map((indicator) => ({
        qualityIndicatorId: indicator.id,
        number: indicator.number,
        title: indicator.title,
        grade: indicator.grade,
        conflict: indicator.gradeConflict,
        status: indicator.status,
        answered: indicator.questions.filter(({ answered }) => answered).length,
        questions: indicator.questions.length,
        evidence: indicator.evidence,
      })),
    })),
    voices: otherVoices(workbook),
    unfinished: unfinished(walk),
    gaps: readOutcomes(workbook)
      .outcomes.filter(
        ({ kind, level }) => (kind === 'structural' || kind === 'person-centric') && level !== 'strong',
      )
      .map(({ id, title, evidence, level, advice }) => ({
        outcomeId: id,
        title,
        evidence,
        strength: { level, advice },
      })),
    worthALook: worthALook(workbook, walk),
    conflicts: workbook.states.conflicts(),
    evidence: workbook.evidence.countAll(),
  };
}

function otherVoices(workbook: OpenWorkbook): OverviewView['voices'] {
  const answers = voicedStates(workbook.states.ofKind('answer'));
  const grades = voicedStates(workbook.states.ofKind('grade'));
  const voices = new Set([...answers.keys(), ...grades.keys()]);
  voices.delete(workbook.voice());
  return [...voices].flatMap((voice) => {
    const answered = [...(answers.get(voice)?.values() ?? [])];
    const graded = [...(grades.get(voice)?.values() ?? [])];
    // What was written and emptied again is nothing to show.
    if (![...answered, ...graded].some(({ state }) => holdsAnything(state))) return [];
    return {
      voice,
      voiceName: workbook.nameOfVoice(voice),
      answered: answered.filter(({ state }) => isAnswered(state)).length,
      graded: graded.filter(({ state }) => typeof gradeOf(state) === 'number').length,
    };
  });
}

function holdsAnything(state: EntityState): boolean {
  return Object.values(state).some((heads) => heads.some(([, value]) => value !== null && value !== ''));
}

/** What was begun and is not finished, in the order of the walk: that is where people left off. */
function unfinished(walk: WalkView): OverviewView['unfinished'] {
  return walk.keyQuestions
    .flatMap(({ qualityIndicators }) => qualityIndicators)
    .flatMap((indicator) => indicator.questions.map((question) => ({ indicator, question })))
    .filter(({ question }) => question.status !== 'agreed' && (question.answered || question.evidence > 0))
    .map(({ indicator, question }) => ({
      questionId: question.id,
      label: `${indicator.number}, question ${question.position}: ${question.text}`,
      status: question.status,
      why: question.answered ? statusWord(question.status) : 'Evidence is linked, nothing is written yet',
    }));
}

/** High claims on little evidence, and low grades without a next step. It points, and never blocks. */
function worthALook(workbook: OpenWorkbook, walk: WalkView): OverviewView['worthALook'] {
  const grades = voicedStates(workbook.states.ofKind('grade')).get(workbook.voice());
  return walk.keyQuestions
    .flatMap(({ qualityIndicators }) => qualityIndicators)
    .flatMap((indicator) => {
      const hasNextStep = hasWords(grades?.get(indicator.id)?.state, 'whatNext');
      const why = reasonToLook(indicator.grade, indicator.evidence, hasNextStep);
      if (why === undefined) return [];
      return [{ qualityIndicatorId: indicator.id, label: `${indicator.number} ${indicator.title}`, why }];
    });
}

function reasonToLook(
  grade: WalkView['keyQuestions'][number]['qualityIndicators'][number]['grade'],
  evidence: number,
  hasNextStep: boolean,
): string | undefined {
  if (typeof grade !== 'number') return undefined;
  if (grade >= 5 && evidence < 2) {
    return `Graded ${grade} with ${evidence === 0 ? 'no evidence' : 'one piece of evidence'}.`;
  }
  if (grade <= 2 && !hasNextStep)
    return `Graded ${grade}, and nothing is written under “What are we going to do next?”.`;
  return undefined;
}
