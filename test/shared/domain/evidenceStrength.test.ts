import { describe, expect, it } from 'vitest';
import { evidenceStrength, type EvidenceSummary } from '../../../shared/domain/evidenceStrength.ts';

const strong: EvidenceSummary = {
  count: 4,
  kinds: ['document', 'performance-data', 'views-of-people'],
  newest: '2026-03',
  partners: 2,
};
const today = '2026-11-22';

describe('the strength of evidence', () => {
  it('is strong with three kinds and people’s views among them, from two partners, and recent', () => {
    expect(evidenceStrength(strong, today)).toEqual({ level: 'strong', advice: [] });
  });

  it('is none without any', () => {
    expect(evidenceStrength({ count: 0, kinds: [], newest: null, partners: 0 }, today).level).toBe('none');
  });

  it.each([
    [
      'people’s views are missing',
      { kinds: ['document', 'performance-data', 'direct-observation'] as const },
      'The views of people are missing.',
    ],
    ['there are two kinds', { kinds: ['document', 'views-of-people'] as const }, 'Only 2 kinds of evidence.'],
    ['one partner gave all of it', { partners: 1 }, 'From one partner only.'],
    ['no partner is named', { partners: 0 }, 'No partner is named.'],
    ['it is old', { newest: '2023-11-21' }, 'The newest is old: 21 November 2023.'],
    ['nothing is dated', { newest: null }, 'Nothing is dated.'],
  ])('is fair when %s, and says so', (_, change, advice) => {
    expect(evidenceStrength({ ...strong, ...change }, today)).toEqual({ level: 'fair', advice: [advice] });
  });

  it('is thin when two things are wanting, and names both', () => {
    const { level, advice } = evidenceStrength({ ...strong, partners: 1, newest: null }, today);
    expect(level).toBe('thin');
    expect(advice).toHaveLength(2);
  });

  it.each(['2023-11-22', '2023-11', '2023', '2026'])('counts %s as recent three years on', (newest) => {
    expect(evidenceStrength({ ...strong, newest }, today).level).toBe('strong');
  });
});
