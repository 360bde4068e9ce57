import { describe, expect, it } from 'vitest';
import { countInWords, filterInWords } from '../../../../renderer/screens/evidence/filterInWords.ts';

const names = { partner: (id: string) => `P(${id})`, target: ({ id }: { id: string }) => `T(${id})` };

describe('a filter in words', () => {
  it('names every condition', () => {
    const phrases = filterInWords(
      {
        text: ' protocol ',
        kinds: ['document', 'views-of-people'],
        partner: 'x',
        linkedTo: { kind: 'outcome', id: 'a' },
        andLinkedTo: { kind: 'quality-indicator', id: 'b' },
        unlinked: true,
        undated: true,
        deleted: true,
      },
      names,
    );
    expect(phrases).toEqual([
      'hold “protocol”',
      'are of the kind Document or Views of people',
      'come from P(x)',
      'are linked to “T(a)”',
      'are linked to “T(b)”',
      'are linked to nothing',
      'have no date',
      'were deleted',
    ]);
  });

  it('stands behind the number shown', () => {
    expect(countInWords(1312, 12, ['are of the kind Document', 'have no date'])).toBe(
      '1,312 pieces of evidence. 12 shown, because only those are asked for that are of the kind Document and have no date.',
    );
    expect(countInWords(1, 1, [])).toBe('1 piece of evidence.');
    expect(countInWords(0, 0, [])).toBe('No evidence.');
    expect(countInWords(0, 1, ['were deleted'], true)).toBe(
      '1 piece of evidence shown: those that were deleted.',
    );
  });
});
