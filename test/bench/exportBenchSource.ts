import { evidenceKinds } from '../../shared/domain/entityCatalogue.ts';
import type { LinkTarget } from '../../shared/domain/entityIdentity.ts';
import type { ExportEvidence, ExportSource } from '../../shared/domain/exportModel/exportSource.ts';
import { exampleLikeSource } from '../builders/exampleLikeSource.ts';
import { evidence } from '../builders/exportSourceBuilder.ts';

const sentence =
  'Partners agreed in the quarterly meeting what the figures show and who will look at them again. ';

/** A workbook with so many pieces of evidence, made one by one as they are asked for. */
export function exportBenchSource(size: number): ExportSource {
  const example = exampleLikeSource();
  const { qualityIndicators, partners } = example.catalogue;

  function item(number: number): ExportEvidence {
    const qualityIndicator = qualityIndicators[number % qualityIndicators.length]?.id ?? '';
    const links: LinkTarget[] = [
      { kind: 'quality-indicator', id: qualityIndicator },
      { kind: 'outcome', id: outcomeOf(number) },
    ];
    return evidence(
      number,
      {
        title: `Evidence ${number} of the partnership’s register`,
        kind: evidenceKinds[number % 4] ?? null,
        date: `20${10 + (number % 16)}-0${1 + (number % 9)}-1${number % 10}`,
        source: `Report ${number % 977}`,
        shows: `${number}: ${sentence}${sentence}`,
        difference: number % 3 === 0 ? `Since then ${sentence}` : null,
        owner: `Lead ${number % 41}`,
        partner: partners[number % partners.length]?.id ?? null,
        marking: 'OFFICIAL',
      },
      links,
      number % 10 === 0 ? [{ name: `paper ${number}.pdf`, bytes: number, sha256: 'a'.repeat(64) }] : [],
    );
  }

  function* all(): Generator<ExportEvidence> {
    for (let number = 1; number <= size; number += 1) yield item(number);
  }

  // Every fifth item belongs to an outcome: the others are not made, so that little time goes into the source itself.
  function* linkedTo(targets: readonly LinkTarget[]): Generator<ExportEvidence> {
    const outcomes = [0, 1, 2, 3, 4].filter((outcome) => targets.some(({ id }) => id === outcomeOf(outcome)));
    for (const outcome of outcomes)
      for (let number = outcome || 5; number <= size; number += 5) yield item(number);
  }

  return {
    ...example,
    evidence: all,
    evidenceLinkedTo: linkedTo,
    summaryOf: () => ({ count: 0, kinds: [], newest: null, partners: 0 }),
    counts: { ...example.counts, evidence: size, files: Math.floor(size / 10) },
  };
}

function outcomeOf(number: number): string {
  return number % 5 === 4 ? 'opi2016/person-1' : `opi2016/structural-${(number % 5) + 1}`;
}
