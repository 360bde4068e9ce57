import type { EntityView, FieldView } from '../../../shared/api/views/fieldView.ts';
import type { WorkbookView } from '../../../shared/api/views/workbookView.ts';

/** An open workbook as `read-workbook` answers it. */
export function aWorkbookView(changes: Partial<WorkbookView> = {}): WorkbookView {
  return {
    id: 'w1',
    folder: '/workbooks/w1',
    partnership: 'Clydeside',
    round: '2026-27',
    marking: 'OFFICIAL',
    retentionReview: '',
    note: '',
    voice: 'partnership',
    voiceName: 'The partnership',
    author: 'Co-ordinator',
    singleKeys: true,
    replica: '7f3a',
    createdFromExample: false,
    check: 'sound',
    lastSavedAt: null,
    lastBackupAt: null,
    isRehearsal: false,
    notice: null,
    counts: { records: 0, evidence: 0, conflicts: 0, deferred: 0, notHandedOver: 0 },
    undo: null,
    redo: null,
    ...changes,
  };
}

/** One live value written by somebody. */
export function aLiveValue(
  value: FieldView['live'][number]['value'],
  record: string,
  author = 'Co-ordinator',
): FieldView['live'][number] {
  return {
    value,
    records: [record],
    stamps: [{ author, voice: 'partnership', replica: '7f3a', at: '2026-10-03T09:12:00.000Z' }],
  };
}

/** An entity whose fields have the live values given. */
export function anEntityView(
  entity: string,
  entityId: string,
  live: Readonly<Record<string, FieldView['live']>> = {},
): EntityView {
  const entries = Object.entries(live);
  return {
    entity,
    entityId,
    fields: Object.fromEntries(entries.map(([field, values]) => [field, { live: values }])),
    seen: Object.fromEntries(entries.map(([field, values]) => [field, values.flatMap((one) => one.records)])),
    deleted: false,
    conflicts: entries.filter(([, values]) => values.length > 1).map(([field]) => field),
  };
}
