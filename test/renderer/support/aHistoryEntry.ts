import type { HistoryEntry } from '../../../shared/api/views/searchView.ts';

/** What the history says of one value of the workbook's own settings. */
export function aHistoryEntry(record: string, field: string, after: string, live: boolean): HistoryEntry {
  return {
    record,
    entity: 'workbook',
    entityId: 'workbook',
    label: 'This workbook',
    stamp: { author: 'A', voice: 'partnership', replica: 'r', at: '2026-10-03T09:00:00.000Z' },
    voiceName: 'the partnership',
    changes: [{ field, fieldLabel: field, before: null, after, live }],
  };
}
