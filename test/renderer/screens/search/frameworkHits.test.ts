import { describe, expect, it } from 'vitest';
import { frameworkHits } from '../../../../renderer/screens/search/frameworkHits.ts';
import { markedPassages } from '../../../../renderer/screens/search/markedPassages.ts';
import { shippedCatalogue } from '../../../../shared/frameworks/catalogue.ts';

const find = (text: string, most = 10) => frameworkHits(shippedCatalogue, text, most);

describe('the search of the frameworks', () => {
  it('finds by number and by beginnings of words, in any order, and marks them', () => {
    expect(find('6.2')[0]).toMatchObject({ entityId: 'ci2016/6.2', label: 'Quality indicator' });
    const passages = markedPassages(find('collab plan')[0]?.excerpt ?? '');
    expect(passages.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['Plan', 'collab']);
  });

  it('finds no middle of a word, nothing for no words, and no more than asked for', () => {
    expect(find('laborativ')).toEqual([]);
    expect(find('  ')).toEqual([]);
    expect(find('community', 3)).toHaveLength(3);
  });

  it('takes signs as signs', () => {
    expect(find('(.*')).toEqual([]);
    expect(find('[')).toEqual([]);
  });
});
