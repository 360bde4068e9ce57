import type { InputOf } from '../../../shared/api/contract.ts';
import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import type { KeptSettlementDraft } from '../../../shared/api/views/settlementDraftView.ts';
import type { FieldView } from '../../../shared/api/views/fieldView.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { aLiveValue, anEntityView, aWorkbookView } from './aWorkbookView.ts';
import type { Script } from './scriptedApi.ts';

/** A conflict over a text of 6.2, question 1, with a value for each author. */
export function aConflict(
  values: Readonly<Record<string, FieldView['live'][number]['value']>>,
  changes: Partial<ConflictView> = {},
): ConflictView {
  const live = Object.entries(values).map(([author, value]) =>
    aLiveValue(value, `${changes.entityId ?? ''}${changes.field ?? ''}${author}`, author),
  );
  const field = changes.field ?? 'howAreWeDoing';
  return {
    entity: 'answer',
    entityId: 'ci2016/6.2/p1@partnership',
    label: 'Answer to 6.2, question 1: How good is our joint work? (The partnership)',
    field,
    fieldLabel: 'How are we doing?',
    qualityIndicator: '6.2 Planning and delivering services in a collaborative way',
    voice: 'partnership',
    voiceName: 'The partnership',
    values: live,
    beside: [],
    start: null,
    canSettle: true,
    seen: { [field]: live.flatMap(({ records }) => records) },
    ...changes,
  };
}

/** A workbook's conflicts as the services keep them: settling takes one away, undoing brings it back. */
export function conflictKeeper(given: readonly ConflictView[]) {
  let open = given;
  let before = given;
  const drafts = new Map<string, KeptSettlementDraft>();
  const settled: InputOf<'settle-conflict'>[] = [];
  const isAbout = (conflict: ConflictView, input: InputOf<'settle-conflict'>): boolean =>
    conflict.entityId === input.entityId && conflict.field === input.field;
  const script: Script = {
    'read-workbook': () => aWorkbookView(),
    'list-conflicts': ({ offset = 0, limit = 1_000 }) => ({
      total: open.length,
      conflicts: open.slice(offset, offset + limit),
    }),
    'settle-conflict': (input) => {
      const conflict = open.find((one) => isAbout(one, input));
      if (conflict === undefined) throw new WorkbookError('stale', 'This has been settled already.');
      settled.push(input);
      before = open;
      open = open.filter((one) => one !== conflict);
      drafts.delete(conflict.entityId + conflict.field);
      return {
        savedAt: '2026-10-03T14:02:00.000Z',
        entity: anEntityView(conflict.entity, conflict.entityId),
      };
    },
    'list-settlement-drafts': () => ({ drafts: [...drafts.values()] }),
    'keep-settlement-draft': ({ draft, ...address }) => {
      const savedAt = '2026-10-03T14:02:00.000Z';
      if (draft === null) drafts.delete(address.entityId + address.field);
      else drafts.set(address.entityId + address.field, { ...address, draft, at: savedAt });
      return { savedAt };
    },
    undo: () => {
      open = before;
      return { undone: 'Settling' };
    },
  };
  return {
    script,
    /** What is being written, as it is on the disk. */
    drafts,
    /** What was settled, in order. */
    settled,
    /** Somebody settles it elsewhere. */
    settleElsewhere: (conflict: ConflictView): void => {
      open = open.filter((one) => one !== conflict);
    },
    /** Other values come in for it. */
    replace: (conflict: ConflictView, by: ConflictView): void => {
      open = open.map((one) => (one === conflict ? by : one));
    },
  };
}
