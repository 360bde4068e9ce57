import type { WalkView } from '../../../shared/api/views/walkView.ts';
import { assertNever } from '../../../shared/domain/assertNever.ts';
import type { WalkFilter, WalkFilterKind } from '../../state/walkState.ts';
import type { OutlineQualityIndicator, OutlineQuestion } from './walkStops.ts';

const words: Readonly<Record<WalkFilterKind, string>> = {
  all: 'Everything',
  unanswered: 'Unanswered',
  'without-evidence': 'Without evidence',
  'in-conflict': 'Not settled',
  'for-review': 'Ready for review',
  mine: 'Written or graded by me',
};

/** What the filter is called. */
export function walkFilterWord(kind: WalkFilterKind): string {
  return words[kind];
}

/**
 * The outline with only what passes the filter, and no empty headings. `found` has the ids of questions and quality
 * indicators whose written texts contain the filter's text.
 */
export function filteredOutline(outline: WalkView, filter: WalkFilter, found: ReadonlySet<string>): WalkView {
  const text = filter.text.trim().toLowerCase();
  if (filter.kind === 'all' && text === '') return outline;
  const keyQuestions = outline.keyQuestions
    .map((keyQuestion) => ({
      ...keyQuestion,
      qualityIndicators: keyQuestion.qualityIndicators
        .map((indicator) => filteredIndicator(indicator, filter.kind, text, found))
        .filter((indicator) => indicator !== undefined),
    }))
    .filter((keyQuestion) => keyQuestion.qualityIndicators.length > 0);
  return { ...outline, keyQuestions };
}

function filteredIndicator(
  indicator: OutlineQualityIndicator,
  kind: WalkFilterKind,
  text: string,
  found: ReadonlySet<string>,
): OutlineQualityIndicator | undefined {
  const isNamed =
    found.has(indicator.id) || `${indicator.number} ${indicator.title}`.toLowerCase().includes(text);
  const questions = indicator.questions.filter(
    (question) =>
      questionPasses(question, kind) &&
      (isNamed || found.has(question.id) || question.text.toLowerCase().includes(text)),
  );
  const isItself = isNamed && indicatorPasses(indicator, kind);
  return questions.length === 0 && !isItself ? undefined : { ...indicator, questions };
}

function questionPasses(question: OutlineQuestion, kind: WalkFilterKind): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'unanswered':
      return !question.answered;
    case 'without-evidence':
      return question.evidence === 0;
    case 'in-conflict':
      return question.conflict;
    case 'for-review':
      return question.status === 'ready-for-review';
    case 'mine':
      return question.mine;
    default:
      return assertNever(kind);
  }
}

function indicatorPasses(indicator: OutlineQualityIndicator, kind: WalkFilterKind): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'unanswered':
      return indicator.grade === null;
    case 'without-evidence':
      return indicator.evidence === 0;
    case 'in-conflict':
      return indicator.gradeConflict;
    case 'for-review':
      return indicator.status === 'ready-for-review';
    case 'mine':
      return indicator.mine;
    default:
      return assertNever(kind);
  }
}
