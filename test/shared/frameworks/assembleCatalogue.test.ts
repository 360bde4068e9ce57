import { describe, expect, it } from 'vitest';
import { assembleCatalogue } from '../../../shared/frameworks/assembleCatalogue.ts';

const edition = {
  id: 'made-up',
  title: 'A made-up edition',
  version: '1',
  publisher: 'Nobody',
  status: 'current',
  licenceNote: 'For a test',
  source: 'A test',
};
const partner = {
  id: 'made-up/a',
  provenance: 'verified',
  source: 'A test',
  title: 'A',
  bodyKind: 'other',
};

describe('assembleCatalogue', () => {
  it('stamps each row with its edition and keeps the order of files and rows', () => {
    const second = {
      edition: { ...edition, id: 'later' },
      partners: [{ ...partner, id: 'later/a' }],
    };
    const first = { edition, partners: [partner, { ...partner, id: 'made-up/b' }] };
    const catalogue = assembleCatalogue([first, second]);
    expect(catalogue.partners.map((row) => [row.editionId, row.id])).toEqual([
      ['made-up', 'made-up/a'],
      ['made-up', 'made-up/b'],
      ['later', 'later/a'],
    ]);
    expect(catalogue.editions.map((each) => each.id)).toEqual(['made-up', 'later']);
  });

  it.each(['a@b', 'a>b', 'a#b', 'a b', 'a:b', '', '/a', 'a/'])(
    'refuses the row id %j, which could not be part of an entity id',
    (id) => {
      expect(() => assembleCatalogue([{ edition, partners: [{ ...partner, id }] }])).toThrow(/"id"/);
    },
  );

  it.each(['', '  '])('refuses a row whose source is %j', (source) => {
    expect(() => assembleCatalogue([{ edition, partners: [{ ...partner, source }] }])).toThrow(/"source"/);
  });

  it('refuses a row without provenance, a misspelt field and a list it does not know', () => {
    const { provenance: _provenance, ...unsure } = partner;
    expect(() => assembleCatalogue([{ edition, partners: [unsure] }])).toThrow(/"provenance"/);
    expect(() => assembleCatalogue([{ edition, partners: [{ ...partner, tilte: 'A' }] }])).toThrow(/tilte/);
    expect(() => assembleCatalogue([{ edition, patrners: [partner] }])).toThrow(/patrners/);
  });

  it('puts questions in the order of their quality indicators, whichever file they come from', () => {
    const row = { provenance: 'unverified', source: 'A test', wording: 'app' };
    const indicator = { ...row, title: 'T', numberProvenance: 'unverified', keyQuestionId: 'k', areaId: 'a' };
    const qualityIndicators = [
      { ...indicator, id: 'q/2', number: '2' },
      { ...indicator, id: 'q/1', number: '1' },
    ];
    const question = (id: string, qualityIndicatorId: string) => ({
      ...row,
      id,
      qualityIndicatorId,
      text: 'T',
    });
    const guide = { edition, qualityIndicators, questions: [question('q/1/p1', 'q/1')] };
    const own = {
      edition: { ...edition, id: 'own' },
      questions: [question('q/1/a1', 'q/1'), question('q/2/a1', 'q/2')],
    };
    expect(assembleCatalogue([guide, own]).questions.map(({ id }) => id)).toEqual([
      'q/2/a1',
      'q/1/p1',
      'q/1/a1',
    ]);
    const astray = { edition, questions: [question('q/3/a1', 'q/3')] };
    expect(() => assembleCatalogue([astray])).toThrow('Question q/3/a1 belongs to no quality indicator');
  });
});
