import type {
  ConsolidationEntry,
  ConsolidationPreview,
  PacketSource,
} from '../../../../shared/api/views/consolidationView.ts';
import type { JobView } from '../../../../shared/api/views/workbookView.ts';
import { noDifferences } from '../../../../shared/domain/consolidation/consolidationPreview.ts';

/** A packet that can be taken in, unless told otherwise. */
export function aSource(changes: Partial<PacketSource> = {}): PacketSource {
  return {
    path: '/stick/one.cjpacket',
    name: 'one.cjpacket',
    state: 'ready',
    sentence: null,
    code: null,
    from: {
      packet: 'p1',
      workbook: 'w1',
      stamp: { author: 'Inspector', voice: 'police', replica: '2c73aa', at: '2026-10-03T09:12:00.000Z' },
      voiceName: 'Police Scotland',
      partnership: 'Clydeside',
      round: '2026-27',
      encrypted: false,
    },
    counts: { ...noDifferences, changes: 5, known: 1, added: 3, changed: 1 },
    notTaken: changes.ignored?.length ?? 0,
    ignored: [],
    ...changes,
  };
}

export const locked = aSource({
  path: '/stick/two.cjpacket',
  name: 'two.cjpacket',
  state: 'locked',
  sentence: 'The packet is encrypted. Type the passphrase that came with it.',
  code: 'wrong-passphrase',
  from: null,
  counts: noDifferences,
});

export const refused = aSource({
  path: '/stick/holiday.xlsx',
  name: 'holiday.xlsx',
  state: 'refused',
  sentence: 'The Excel file can’t be read: it does not hold together.',
  code: 'damaged',
  from: null,
  counts: noDifferences,
});

export function aPreview(changes: Partial<ConsolidationPreview> = {}): ConsolidationPreview {
  const sources = changes.sources ?? [aSource()];
  return {
    preview: 'laid out',
    sources,
    total: sources[0]?.counts ?? noDifferences,
    differences: [],
    more: 0,
    sentence: '4 changes are new.',
    ...changes,
  };
}

export function aDifference(
  changes: Partial<ConsolidationPreview['differences'][number]> = {},
): ConsolidationPreview['differences'][number] {
  return {
    what: 'changed',
    entity: 'answer',
    entityId: 'a1',
    field: 'howAreWeDoing',
    name: '',
    before: ['Two protocols lapsed.'],
    after: ['Three protocols lapsed.'],
    writtenBy: [],
    label: 'Answer to 6.2',
    fieldLabel: 'How are we doing?',
    ...changes,
  };
}

export function aConsolidation(changes: Partial<ConsolidationEntry> = {}): ConsolidationEntry {
  return {
    id: 'c1',
    at: '2026-10-03T14:02:00.000Z',
    author: 'Co-ordinator',
    sources: [{ name: 'one.cjpacket', author: 'Inspector', voiceName: 'Police Scotland', replica: '2c73aa' }],
    added: 4,
    attachments: 2,
    conflictsBefore: 0,
    conflictsAfter: 1,
    notTaken: 0,
    undoneAt: null,
    backup: 'before',
    setAside: 0,
    canUndo: true,
    ...changes,
  };
}

export function aJob(kind: JobView['kind'], changes: Partial<JobView> = {}): JobView {
  return {
    id: kind,
    kind,
    state: 'done',
    progress: 1,
    step: 'Done',
    error: null,
    receipt: { path: '', counts: [], fingerprint: 'abc', notes: [], finishedAt: '2026-10-03T14:02:00.000Z' },
    ...changes,
  };
}
