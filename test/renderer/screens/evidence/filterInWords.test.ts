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
      'it holds “protocol”',
      'the kind is Document or Views of people',
      'the partner is P(x)',
      'it is linked to “T(a)”',
      'it is linked to “T(b)”',
      'it is linked to nothing',
      'it has no date',
      'it was deleted',
    ]);
  });

  it('stands behind the number shown', () => {
    expect(countInWords(1312, 12, ['the kind is Document', 'it has no date'])).toBe(
      '1,312 pieces of evidence. 12 shown, because the kind is Document and it has no date.',
    );
    expect(countInWords(1, 1, [])).toBe('1 piece of evidence.');
    expect(countInWords(0, 0, [])).toBe('No evidence.');
  });
});
