import { expect, it } from 'vitest';
import { lastValues } from '../../../../renderer/screens/evidence-item/bringBackEvidence.ts';
import type { HistoryEntry } from '../../../../shared/api/views/searchView.ts';
import type { FieldValue } from '../../../../shared/domain/changeRecord.ts';

function entry(set: Readonly<Record<string, FieldValue>>): HistoryEntry {
  return {
    record: JSON.stringify(set),
    entity: 'evidence',
    entityId: 'e1',
    label: '',
    stamp: { author: '', voice: 'partnership', replica: 'r', at: '2026-10-03T09:00:00.000Z' },
    voiceName: '',
    changes: Object.entries(set).map(([field, after]) => ({
      field,
      fieldLabel: field,
      before: null,
      after,
      live: false,
    })),
  };
}

it('brings back the last value of every field that was not emptied', () => {
  const newestFirst = [
    entry({ deleted: true }),
    entry({ note: null }),
    entry({ title: 'Second title' }),
    entry({ title: 'First title', note: 'A note', source: 'Minutes' }),
  ];
  expect(lastValues(newestFirst)).toEqual({ title: 'Second title', source: 'Minutes' });
});
