import { labelOf } from '../../../shared/domain/frameworkRow.ts';
import type { Catalogue, FrameworkRow } from '../../../shared/domain/frameworkSchema.ts';
import type { LinkTarget, LinkTargetKind } from '../../../shared/domain/entityIdentity.ts';

/** Something that evidence can be linked to, as the picker lists it. */
export type LinkChoice = {
  readonly target: LinkTarget;
  readonly label: string;
  /** A short line under the label where the label alone is not enough, or empty. */
  readonly detail: string;
};

const kindWords: Readonly<Record<LinkTargetKind, string>> = {
  'quality-indicator': 'Quality indicators',
  question: 'Questions',
  outcome: 'Outcomes',
  indicator: 'Indicators',
  'pathway-point': 'Points of the pathway',
  partner: 'Partners',
  action: 'Improvement actions',
};

/** The heading over targets of one kind. */
export function linkKindHeading(kind: LinkTargetKind): string {
  return kindWords[kind];
}

/** Everything of the frameworks that evidence can be linked to, in the catalogue's order. Actions are not among it. */
export function linkChoices(catalogue: Catalogue): readonly LinkChoice[] {
  const numberOf = new Map(catalogue.qualityIndicators.map((row) => [row.id, row.number]));
  const choose =
    (kind: LinkTargetKind, detail: (row: FrameworkRow) => string = () => '') =>
    (row: FrameworkRow): LinkChoice => ({
      target: { kind, id: row.id },
      label: labelOf(row),
      detail: detail(row),
    });
  return [
    ...catalogue.outcomes.map(choose('outcome')),
    ...catalogue.qualityIndicators.map(choose('quality-indicator')),
    ...catalogue.questions.map(
      choose('question', (row) =>
        row.rowKind === 'question' ? `Question of ${numberOf.get(row.qualityIndicatorId) ?? ''}` : '',
      ),
    ),
    ...catalogue.indicators.map(
      choose('indicator', (row) => (row.rowKind === 'indicator' ? row.number : '')),
    ),
    ...catalogue.nationalIndicators.map(choose('indicator')),
    ...catalogue.pathwayPoints.map(choose('pathway-point')),
    ...catalogue.partners.map(choose('partner')),
  ];
}

/** The choices whose label or detail holds every word of `text`, in their order. */
export function matchingChoices(choices: readonly LinkChoice[], text: string): readonly LinkChoice[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter((choice) => {
    const among = `${choice.label} ${choice.detail} ${kindWords[choice.target.kind]}`.toLowerCase();
    return words.every((word) => among.includes(word));
  });
}

/** Whether two targets are the same thing. */
export function isSameTarget(left: LinkTarget, right: LinkTarget): boolean {
  return left.kind === right.kind && left.id === right.id;
}
