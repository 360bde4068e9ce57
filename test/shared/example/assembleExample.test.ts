import { describe, expect, test } from 'vitest';

import { assembleExample } from '../../../shared/domain/assembleExample.ts';

const manifest = {
  title: 'A title',
  note: 'A note',
  workbook: { partnership: 'Partners', round: '2017-18', marking: '', note: '' },
  parts: ['folder/one.json'],
};
const evidence = { entity: 'evidence', entityId: 'hours', set: { title: 'Hours' } };

function assembled(part: unknown): unknown {
  return assembleExample(manifest, () => part);
}

describe('assembling the example', () => {
  test('turns each link of a part into an entity of its own', () => {
    const example = assembleExample(manifest, () => ({
      entities: [evidence],
      links: { hours: ['outcome:opi2016/structural-4'] },
    }));
    expect(example.entities).toEqual([
      evidence,
      { entity: 'link', entityId: 'hours>outcome:opi2016/structural-4', set: { linked: true } },
    ]);
  });

  test('refuses a field that the entity does not have, and names the entity', () => {
    expect(() => assembled({ entities: [{ ...evidence, set: { tilte: 'Hours' } }] })).toThrow(/hours.*tilte/);
  });

  test('refuses a value that does not fit its field', () => {
    expect(() => assembled({ entities: [{ ...evidence, set: { kind: 'hearsay' } }] })).toThrow(/kind/);
  });

  test('refuses an entity of an unknown kind', () => {
    expect(() => assembled({ entities: [{ ...evidence, entity: 'rumour' }] })).toThrow(/entity/);
  });

  test('refuses an entity that is set twice', () => {
    expect(() => assembled({ entities: [evidence, evidence] })).toThrow(/evidence hours is set twice/);
  });

  test('refuses a link to a kind of thing that cannot be linked', () => {
    expect(() => assembled({ entities: [], links: { hours: ['weather:rain'] } })).toThrow(/Not a link/);
  });

  test('refuses a part outside its own folder', () => {
    const outside = { ...manifest, parts: ['../secret.json'] };
    expect(() => assembleExample(outside, () => ({ entities: [evidence] }))).toThrow(/parts/);
  });
});
