import { describe, expect, it } from 'vitest';
import { searchableTexts } from '../../../shared/domain/searchableText.ts';

describe('the texts that the search goes through', () => {
  it('are what people wrote, each live value, and no ids, choices or numbers', () => {
    expect(
      searchableTexts('evidence', {
        title: [['a', 'Survey']],
        shows: [
          ['b', 'People feel safer'],
          ['c', 'Nothing has changed'],
        ],
        kind: [['d', 'document']],
        partner: [['e', 'partner/police-scotland']],
        source: [['f', null]],
        deleted: [['g', false]],
      }),
    ).toEqual(['Survey', 'People feel safer', 'Nothing has changed']);
  });

  it.each([
    ['a field', 'evidence', 'learned'],
    ['a kind', 'lesson', 'title'],
  ])('are also those of %s that a newer version has', (_what, entity, field) => {
    expect(searchableTexts(entity, { [field]: [['a', 'Ask earlier']] })).toEqual(['Ask earlier']);
  });
});
