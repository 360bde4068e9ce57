import { describe, expect, it } from 'vitest';
import { linkChoices, matchingChoices } from '../../../../renderer/components/evidence/linkChoices.ts';
import { shippedCatalogue } from '../../../../shared/frameworks/catalogue.ts';

const choices = linkChoices(shippedCatalogue);

describe('what evidence can be linked to', () => {
  it('has a name for every choice and each only once', () => {
    expect(choices.every(({ label }) => label.trim() !== '')).toBe(true);
    const ids = choices.map(({ target }) => `${target.kind}:${target.id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is found by its number, by words in any order and by its kind', () => {
    expect(matchingChoices(choices, '6.2 planning')[0]?.target.id).toBe('ci2016/6.2');
    expect(matchingChoices(choices, 'police partners')[0]?.target.id).toBe('partner/police-scotland');
    expect(matchingChoices(choices, 'no such thing')).toEqual([]);
  });
});
