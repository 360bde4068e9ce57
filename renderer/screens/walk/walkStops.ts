import type { WalkView } from '../../../shared/api/views/walkView.ts';

export type OutlineQualityIndicator = WalkView['keyQuestions'][number]['qualityIndicators'][number];
export type OutlineQuestion = OutlineQualityIndicator['questions'][number];

/** A place where the walk stops: a question, or the grade after the questions of a quality indicator. */
export type Stop =
  | {
      readonly kind: 'question';
      readonly id: string;
      readonly qualityIndicator: OutlineQualityIndicator;
      readonly question: OutlineQuestion;
    }
  | {
      readonly kind: 'grade';
      readonly id: string;
      readonly qualityIndicator: OutlineQualityIndicator;
    };

/** Every stop in the order of the framework: the questions of each quality indicator, then its grade. */
export function walkStops(outline: WalkView): readonly Stop[] {
  return outline.keyQuestions.flatMap(({ qualityIndicators }) =>
    qualityIndicators.flatMap((qualityIndicator): Stop[] => [
      ...qualityIndicator.questions.map((question): Stop => ({
        kind: 'question',
        id: question.id,
        qualityIndicator,
        question,
      })),
      { kind: 'grade', id: qualityIndicator.id, qualityIndicator },
    ]),
  );
}

/**
 * The stops before and after one. A stop that the filter has just let go of (it is answered now) still has neighbours:
 * those around the place where it stood.
 */
export function neighboursOf(
  all: readonly Stop[],
  shown: readonly Stop[],
  stopId: string,
): { readonly previous: Stop | undefined; readonly next: Stop | undefined } {
  const place = all.findIndex((stop) => stop.id === stopId);
  const isShown = new Set(shown.map((stop) => stop.id));
  return {
    previous: all.slice(0, Math.max(place, 0)).findLast((stop) => isShown.has(stop.id)),
    next: all.slice(place + 1).find((stop) => isShown.has(stop.id)),
  };
}

/** Where a walk begins: the first question without an answer, else the first stop. */
export function firstStop(stops: readonly Stop[]): Stop | undefined {
  return stops.find((stop) => stop.kind === 'question' && !stop.question.answered) ?? stops[0];
}

/** "6.2, question 3" or "6.2, grade". */
export function stopWords(stop: Stop): string {
  const { number } = stop.qualityIndicator;
  return stop.kind === 'grade' ? `${number}, grade` : `${number}, question ${stop.question.position}`;
}
