import type { SearchHit } from '../../../shared/api/views/searchView.ts';
import { labelOf, rowsOf } from '../../../shared/domain/frameworkRow.ts';
import type { Catalogue, FrameworkRow } from '../../../shared/domain/frameworkSchema.ts';

const kindWords: Partial<Readonly<Record<FrameworkRow['rowKind'], string>>> = {
  keyQuestion: 'Key question',
  question: 'Question',
  methodQuestion: 'Question of the method',
  qualityIndicator: 'Quality indicator',
  scalePoint: 'Point of the scale',
  outcome: 'Outcome',
  indicator: 'Indicator',
  reportingMeasure: 'Reporting measure',
  aim: 'Aim',
  priorityAction: 'Priority action',
  nationalIndicator: 'National indicator',
  pathwayPoint: 'Point of the pathway',
  partner: 'Partner',
};

/**
 * Texts of the frameworks whose words begin with every word of `text`, at most `most`.
 *
 * The workbook's own search finds what people wrote; the frameworks' texts are on the page already and are looked
 * through here. Matches are marked the same way.
 */
export function frameworkHits(catalogue: Catalogue, text: string, most: number): readonly SearchHit[] {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const beginnings = words.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}`, 'giu'));
  const hits: SearchHit[] = [];
  for (const row of rowsOf(catalogue)) {
    const kind = kindWords[row.rowKind];
    const label = labelOf(row);
    if (kind === undefined || !beginnings.every((beginning) => label.search(beginning) !== -1)) continue;
    hits.push({
      entity: 'framework-row',
      entityId: row.id,
      label: row.rowKind === 'question' ? `${kind} of ${numberOf(catalogue, row.qualityIndicatorId)}` : kind,
      excerpt: marked(label, beginnings),
    });
    if (hits.length === most) break;
  }
  return hits;
}

function numberOf(catalogue: Catalogue, qualityIndicatorId: string): string {
  return catalogue.qualityIndicators.find(({ id }) => id === qualityIndicatorId)?.number ?? '';
}

/** The text with every match between the signs that the excerpts of the workbook's search use. */
function marked(text: string, beginnings: readonly RegExp[]): string {
  const together = new RegExp(beginnings.map(({ source }) => source).join('|'), 'giu');
  return text.replace(together, (match) => `\u0002${match}\u0003`);
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
