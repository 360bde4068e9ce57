import { describe, expect, it } from 'vitest';
import { glossary, glossaryMatching } from '../../../../renderer/screens/help/glossary.ts';

describe('the glossary', () => {
  it('is in the order of the alphabet', () => {
    const terms = glossary.map(({ term }) => term);
    expect(terms).toEqual(terms.toSorted((left, right) => left.localeCompare(right, 'en-GB')));
  });

  it.each(['packet', 'passphrase', 'conflict', 'consolidation', 'hand back', 'workbook to fill in'])(
    'explains %s',
    (word) => {
      expect(glossaryMatching(word).length).toBeGreaterThan(0);
    },
  );
});
