import { assertNever } from '../assertNever.ts';
import { PARTNERSHIP_VOICE, type LinkTarget } from '../entityIdentity.ts';
import { labelOf } from '../frameworkRow.ts';
import type { ExportEntity, ExportSource } from './exportSource.ts';
import { liveText } from './liveText.ts';

/** What the export calls things. An id that no edition has any more is shown as it is, never left out. */
export type ExportNames = ReturnType<typeof exportNames>;

/** The names of everything that a source can refer to. */
export function exportNames(source: ExportSource) {
  const { catalogue } = source;
  const partners = new Map(catalogue.partners.map(({ id, title }) => [id, title]));
  const qualityIndicators = new Map(catalogue.qualityIndicators.map((row) => [row.id, row]));
  const outcomes = new Map(catalogue.outcomes.map((row) => [row.id, row]));
  const pathway = new Map(catalogue.pathwayPoints.map((row) => [row.id, row]));
  const indicators = new Map<string, string>([
    ...catalogue.indicators.map(({ id, number, title }) => [id, `${number} ${title}`] as const),
    ...catalogue.nationalIndicators.map((row) => [row.id, labelOf(row)] as const),
  ]);
  for (const own of source.indicators) {
    const title = liveText(own, 'title');
    if (title !== '' && !indicators.has(own.id)) indicators.set(own.id, title);
  }
  const actions = new Map(source.actions.map((action) => [action.id, liveText(action, 'title')]));
  const questions = questionNumbers(source);

  const outcomeShort = (id: string): string => outcomes.get(id)?.number ?? id;
  const qualityIndicatorShort = (id: string): string => qualityIndicators.get(id)?.number ?? id;

  return {
    voice: (voice: string): string =>
      voice === PARTNERSHIP_VOICE ? 'Partnership (agreed)' : (partners.get(voice) ?? voice),
    partner: (id: string): string => partners.get(id) ?? id,
    /** "6.2", and the full title after it. */
    qualityIndicatorShort,
    qualityIndicatorTitle: (id: string): string => qualityIndicators.get(id)?.title ?? id,
    /** "Structural 1". */
    outcomeShort,
    /** "Structural 1: Communities improve their understanding …". */
    outcome(id: string): string {
      const row = outcomes.get(id);
      return row === undefined ? id : labelOf(row);
    },
    indicator: (id: string): string => indicators.get(id) ?? id,
    action: (id: string): string => actions.get(id) ?? id,
    /** "6.2 question 3". */
    question: (id: string): string => questions.get(id) ?? id,

    /** What a piece of evidence is linked to, in a few words. */
    target(target: LinkTarget): string {
      switch (target.kind) {
        case 'quality-indicator':
          return qualityIndicatorShort(target.id);
        case 'question':
          return questions.get(target.id) ?? target.id;
        case 'outcome':
          return outcomeShort(target.id);
        case 'indicator':
          return `Indicator: ${indicators.get(target.id) ?? target.id}`;
        case 'pathway-point':
          return `Pathway point: ${pathway.get(target.id)?.title ?? target.id}`;
        case 'partner':
          return `Partner: ${partners.get(target.id) ?? target.id}`;
        case 'action':
          return `Action: ${actions.get(target.id) ?? target.id}`;
        default:
          return assertNever(target.kind);
      }
    },
  };
}

/** Sorted as people order them: by the fractional key, then by id so that two copies agree. */
export function inOrder<Kind extends 'action' | 'indicator' | 'indicator-value' | 'participation'>(
  entities: readonly ExportEntity<Kind>[],
): readonly ExportEntity<Kind>[] {
  const keyed = entities.map((entity) => ({ entity, key: `${liveText(entity, 'order')} ${entity.id}` }));
  // By code units, as fractional keys are made; a locale would order them differently.
  keyed.sort((left, right) => (left.key < right.key ? -1 : 1));
  return keyed.map(({ entity }) => entity);
}

function questionNumbers(source: ExportSource): ReadonlyMap<string, string> {
  const { qualityIndicators, questions } = source.catalogue;
  const numbers = new Map<string, string>();
  for (const { id, number } of qualityIndicators) {
    const own = questions.filter(({ qualityIndicatorId }) => qualityIndicatorId === id);
    for (const [index, question] of own.entries())
      numbers.set(question.id, `${number} question ${index + 1}`);
  }
  return numbers;
}
