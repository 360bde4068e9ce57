import { expect, test } from 'vitest';
import { differencesOf } from '../../../electron/services/consolidation/differencesOf.ts';
import type { StagedRecord } from '../../../electron/store/consolidation/stagedRecords.ts';
import { nothingKnown } from '../../../electron/store/consolidation/knownRecords.ts';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';

test('a deletion is on the list however much is added before it', () => {
  const known = {
    ...nothingKnown,
    stateOf: (_entity: string, entityId: string) =>
      entityId === 'item-999' ? { title: [[idOf(0), 'Minutes'] as const] } : undefined,
  };
  const changes = Array.from({ length: 999 }, (_none, index) => change(index + 1, { title: 'New' }));
  const deletion = change(999, { deleted: true }, { title: [idOf(0)], deleted: [] });
  const { differences, more } = differencesOf(
    [...changes.slice(0, 998), deletion],
    known,
    1,
    new Map(),
    () => {},
  );
  expect(differences[0]).toMatchObject({ what: 'deleted', entityId: 'item-999' });
  expect(differences).toHaveLength(501);
  expect(more).toBe(498);
});

function change(
  number: number,
  set: ChangeRecord['set'],
  parents: ChangeRecord['parents'] = {},
): StagedRecord {
  const record: ChangeRecord = {
    id: idOf(number),
    workbook: 'workbook-1',
    entity: 'evidence',
    entityId: `item-${String(number).padStart(3, '0')}`,
    set,
    parents,
    author: 'Officer',
    voice: 'partnership',
    replica: 'replica-1',
    at: '2026-11-22T09:00:00.000Z',
    app: '0.1.0',
    schema: 1,
    hash: '0'.repeat(64),
  };
  return { change: record, sources: [0], isKnown: false };
}

function idOf(number: number): string {
  return number.toString(16).padStart(32, '0');
}
