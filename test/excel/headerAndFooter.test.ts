import { describe, expect, it } from 'vitest';
import { headerAndFooter } from '../../electron/excel/headerAndFooter.ts';

describe('the head and foot of every page', () => {
  it('show the marking, and on a line of its own partnership and round above, sheet and page below', () => {
    expect(headerAndFooter({ marking: 'OFFICIAL', partnership: 'Moray', round: '2026-27' })).toEqual({
      oddHeader: '&C&BOFFICIAL&B\nMoray · 2026-27',
      oddFooter: '&C&BOFFICIAL&B\nCommunity justice self-evaluation · &A · Page &P of &N',
    });
  });

  it('lay nothing over the marking, however long the names are: there is only the middle', () => {
    const { oddHeader, oddFooter } = headerAndFooter({
      marking: 'OFFICIAL-SENSITIVE: PERSONAL AND COMMERCIAL',
      partnership:
        'The Community Justice Partnership of the Islands, the Highlands and the Lower Reaches together',
      round: '2026-27',
    });
    expect(oddHeader.match(/&[LCR]/g)).toEqual(['&C']);
    expect(oddFooter.match(/&[LCR]/g)).toEqual(['&C']);
    expect(oddHeader.split('\n')[1]).toBe(
      'The Community Justice Partnership of the Islands, the Highlands and the Lower R… · 2026-27',
    );
  });

  it('print an ampersand as one, and digits as text and not as a size', () => {
    const { oddHeader } = headerAndFooter({ marking: '2 & 3', partnership: 'A&B', round: '1' });
    expect(oddHeader).toBe('&C&B 2 && 3&B\nA&&B · 1');
  });

  it.each(['👍', '&', '1'])('never get longer than Excel takes, of %s either', (sign) => {
    const long = sign.repeat(300);
    const { oddHeader, oddFooter } = headerAndFooter({ marking: long, partnership: long, round: long });
    expect(Math.max(oddHeader.length, oddFooter.length)).toBeLessThanOrEqual(255);
    expect(oddHeader.isWellFormed()).toBe(true);
    expect(oddHeader.replaceAll('&&', '').match(/&/g)).toHaveLength(3);
  });
});
