import { describe, expect, test } from 'vitest';

import { partsOfLink, partsOfVoiced, type LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';
import { entitiesOf, example, textOf } from './readExample.ts';

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map((row) => row.id);
}

const entityIds = (kind: Parameters<typeof entitiesOf>[0]): readonly string[] =>
  entitiesOf(kind).map((entity) => entity.entityId);

const known: Readonly<Record<LinkTarget['kind'], ReadonlySet<string>>> = {
  'quality-indicator': new Set(idsOf(shippedCatalogue.qualityIndicators)),
  question: new Set(idsOf(shippedCatalogue.questions)),
  outcome: new Set(idsOf(shippedCatalogue.outcomes)),
  indicator: new Set([...idsOf(shippedCatalogue.indicators), ...entityIds('indicator')]),
  'pathway-point': new Set(idsOf(shippedCatalogue.pathwayPoints)),
  partner: new Set([...idsOf(shippedCatalogue.partners), ...entityIds('partner')]),
  action: new Set(entityIds('action')),
};

/** Entities whose field names something that nobody knows, as `id field value`. */
function dangling(
  kind: Parameters<typeof entitiesOf>[0],
  field: string,
  target: LinkTarget['kind'],
): readonly string[] {
  return entitiesOf(kind)
    .filter((entity) => textOf(entity, field) !== '' && !known[target].has(textOf(entity, field)))
    .map((entity) => `${entity.entityId} ${field} ${textOf(entity, field)}`);
}

describe('references of the example', () => {
  test('every link goes from evidence of the example to something that exists', () => {
    const evidence = new Set(entityIds('evidence'));
    const broken = entitiesOf('link').filter((link) => {
      const parts = partsOfLink(link.entityId);
      return (
        parts === undefined ||
        !evidence.has(parts.evidenceId) ||
        !known[parts.target.kind].has(parts.target.id)
      );
    });
    expect(broken).toEqual([]);
  });

  test('every field that names a row or another entity names one that exists', () => {
    expect([
      ...dangling('evidence', 'partner', 'partner'),
      ...dangling('action', 'outcome', 'outcome'),
      ...dangling('action', 'qualityIndicator', 'quality-indicator'),
      ...dangling('action', 'partOf', 'action'),
      ...dangling('indicator', 'outcome', 'outcome'),
      ...dangling('indicator-value', 'indicator', 'indicator'),
    ]).toEqual([]);
  });

  test('every pathway cell is of a partner and a point that exist', () => {
    const broken = entityIds('pathway-cell').filter((id) => {
      const [partner = '', point = ''] = id.split(':');
      return !known.partner.has(partner) || !known['pathway-point'].has(point);
    });
    expect(broken).toEqual([]);
  });

  test('every answer is the partnership’s, to a question that exists', () => {
    const broken = entityIds('answer').filter((id) => {
      const parts = partsOfVoiced(id);
      return parts?.voice !== 'partnership' || !known.question.has(parts.subject);
    });
    expect(broken).toEqual([]);
  });

  test('every item of evidence is linked to its own partner', () => {
    const links = new Set(entityIds('link'));
    const unlinked = entitiesOf('evidence').filter((item) => {
      const partner = textOf(item, 'partner');
      return partner !== '' && !links.has(`${item.entityId}>partner:${partner}`);
    });
    expect(unlinked).toEqual([]);
  });

  test('no grade is stated, because the documents state none', () => {
    expect(example.entities.filter((entity) => entity.entity === 'grade')).toEqual([]);
  });
});
