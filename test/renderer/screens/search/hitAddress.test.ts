import { expect, it } from 'vitest';
import { hitAddress } from '../../../../renderer/screens/search/hitAddress.ts';
import {
  answerIdentity,
  attachmentIdentity,
  gradeIdentity,
} from '../../../../shared/domain/entityIdentity.ts';
import { shippedCatalogue } from '../../../../shared/frameworks/catalogue.ts';

it.each([
  ['answer', answerIdentity('ci2016/6.2/p1', 'partnership'), '/walk/ci2016%2F6.2%2Fp1'],
  ['grade', gradeIdentity('ci2016/6.2', 'partner/police-scotland'), '/walk/ci2016%2F6.2'],
  ['evidence', 'abc', '/evidence/abc'],
  ['attachment', attachmentIdentity('abc', '0'.repeat(64)), '/evidence/abc'],
  ['link', 'abc>outcome:opi2016/person-1', '/evidence/abc'],
  ['framework-row', 'opi2016/person-1', '/outcomes/opi2016%2Fperson-1'],
  ['framework-row', 'ci2016/6.2', '/walk/ci2016%2F6.2'],
  ['framework-row', 'cjpf2023/aim-1', '/frameworks/cjpf2023%2Faim-1'],
  ['framework-row', 'cjpf2023/from-structural-1', undefined],
  ['partner', 'a-body', '/frameworks/a-body'],
  ['workbook', 'workbook', '/settings'],
  ['something-newer', 'x', undefined],
])('a hit in %s %s is shown at %s', (entity, entityId, address) => {
  expect(hitAddress({ entity, entityId }, shippedCatalogue)).toBe(address);
});
