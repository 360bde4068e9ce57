import { describe, expect, it } from 'vitest';
import { headerAndFooter } from '../../electron/excel/headerAndFooter.ts';

describe('the head and foot of every page', () => {
  it('show the marking, the partnership and the round', () => {
    expect(headerAndFooter({ marking: 'OFFICIAL', partnership: 'Moray', round: '2026-27' })).toEqual({
      oddHeader: '&L\nMoray · 2026-27&C&BOFFICIAL&R&A',
      oddFooter: '&LCommunity justice self-evaluation&C&BOFFICIAL&RPage &P of &N',
    });
  });

  it('print an ampersand as one, and digits as text and not as a size', () => {
    const { oddHeader } = headerAndFooter({ marking: '2 & 3', partnership: 'A&B', round: '1' });
    expect(oddHeader).toBe('&L\nA&&B · 1&C&B 2 && 3&R&A');
  });

  it('never get longer than Excel takes', () => {
    const long = '👍'.repeat(300);
    const { oddHeader, oddFooter } = headerAndFooter({ marking: long, partnership: long, round: long });
    expect(Math.max(oddHeader.length, oddFooter.length)).toBeLessThanOrEqual(255);
    expect(oddHeader.isWellFormed()).toBe(true);
  });
});
