import type { EvidenceKind } from './entityCatalogue.ts';
import { spelledDate } from './spelledDate.ts';

/** What the meter looks at, for whatever the evidence is linked to. */
export type EvidenceSummary = {
  readonly count: number;
  readonly kinds: readonly EvidenceKind[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of the newest dated item; null when none is dated. */
  readonly newest: string | null;
  readonly partners: number;
};

export const strengthLevels = ['none', 'thin', 'fair', 'strong'] as const;
export type StrengthLevel = (typeof strengthLevels)[number];

export type EvidenceStrength = {
  readonly level: StrengthLevel;
  /** What would make it stronger, in words; empty when strong. */
  readonly advice: readonly string[];
};

/** Evidence older than this many years counts as old. */
const OLD_AFTER_YEARS = 3;

/** The rule in one sentence, shown beside every meter. It is the app's rule and no guide's. */
export const strengthRule =
  'Strong: at least three kinds of evidence, the views of people among them, from two or more partners, the newest ' +
  `no older than ${OLD_AFTER_YEARS} years. Fair: two of these hold. Thin: fewer. It advises and never blocks. The rule is this workbook’s own.`;

/** How strong the evidence is by the rule above, on the day `today` (`YYYY-MM-DD`). */
export function evidenceStrength(summary: EvidenceSummary, today: string): EvidenceStrength {
  if (summary.count === 0) return { level: 'none', advice: ['No evidence is linked yet.'] };
  const wanting: string[] = [];
  const enoughKinds = summary.kinds.length >= 3 && summary.kinds.includes('views-of-people');
  if (!enoughKinds) {
    wanting.push(
      summary.kinds.includes('views-of-people')
        ? `Only ${countOf(summary.kinds.length, 'kind')} of evidence.`
        : 'The views of people are missing.',
    );
  }
  if (summary.partners < 2)
    wanting.push(summary.partners === 0 ? 'No partner is named.' : 'From one partner only.');
  if (!isRecent(summary.newest, today)) {
    wanting.push(
      summary.newest === null ? 'Nothing is dated.' : `The newest is old: ${spelledDate(summary.newest)}.`,
    );
  }
  if (wanting.length === 0) return { level: 'strong', advice: [] };
  return { level: wanting.length === 1 ? 'fair' : 'thin', advice: wanting };
}

/** The level as it is shown and exported. */
export function strengthWord(level: StrengthLevel): string {
  return { none: 'None', thin: 'Thin', fair: 'Fair', strong: 'Strong' }[level];
}

function isRecent(newest: string | null, today: string): boolean {
  if (newest === null) return false;
  const oldest = `${Number(today.slice(0, 4)) - OLD_AFTER_YEARS}${today.slice(4)}`;
  // A year or month alone counts as its last day: it is recent when any part of it is.
  return newest.padEnd(10, '~') >= oldest;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
