import type { InputOf, OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import type { Saved } from '../../../shared/api/views/fieldView.ts';
import {
  attachmentIdentity,
  linkIdentity,
  type LinkTarget,
  type LinkTargetKind,
} from '../../../shared/domain/entityIdentity.ts';
import { isDeleted } from '../../../shared/domain/entityState.ts';
import type { FrameworkRow } from '../../../shared/domain/frameworkSchema.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { Edit } from '../changes/recordEditor.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { savedView } from '../changes/savedView.ts';
import { definedFields } from '../changes/definedFields.ts';

/** Adds a piece of evidence and its links in one transaction. */
export function addEvidence(workbook: OpenWorkbook, input: ParsedInputOf<'add-evidence'>): Saved {
  const evidenceId = workbook.ids.randomHex(16);
  const set = definedFields(input.set);
  if (Object.keys(set).length === 0) {
    throw new WorkbookError('invalid-input', 'A piece of evidence needs at least a title.');
  }
  const targets = input.links ?? [];
  for (const target of targets) assertTarget(workbook, target);
  const links = targets.map((target) => linkEdit(evidenceId, target, true));
  workbook.changes.apply([{ entity: 'evidence', entityId: evidenceId, set }, ...links], 'Adding evidence');
  return savedView(workbook, 'evidence', evidenceId);
}

/** Deletes a piece of evidence; its links and files stay in the log and come back with it. */
export function deleteEvidence(workbook: OpenWorkbook, input: InputOf<'delete-evidence'>): Saved {
  assertThere(workbook, input.evidence);
  workbook.changes.apply(
    [workbook.changes.deletion('evidence', input.evidence, input.seen)],
    'Deleting evidence',
  );
  return savedView(workbook, 'evidence', input.evidence);
}

/** Links a piece of evidence to something, or takes the link away, also from the pieces that it stands for. */
export function linkEvidence(
  workbook: OpenWorkbook,
  input: InputOf<'link-evidence'>,
): OutputOf<'link-evidence'> {
  assertThere(workbook, input.evidence);
  if (input.linked) assertTarget(workbook, input.target);
  const label = input.linked ? 'Linking evidence' : 'Taking a link away';
  const linked = input.linked
    ? [input.evidence]
    : [input.evidence, ...workbook.evidence.standsForOf(input.evidence)].filter(
        (id) => workbook.states.get('link', linkIdentity(id, input.target)) !== undefined,
      );
  const edits = linked.map((id) => linkEdit(id, input.target, input.linked));
  workbook.changes.apply(edits, label);
  return {
    savedAt: workbook.lastSavedAt() ?? workbook.clock.now().toISOString(),
    usedIn: workbook.evidence.usesOf(input.evidence),
  };
}

/** Notes a file that is in the store already as attached to a piece of evidence. */
export function noteAttachment(
  workbook: OpenWorkbook,
  evidenceId: string,
  file: {
    readonly sha256: string;
    readonly name: string;
    readonly bytes: number;
    readonly mediaType: string;
  },
): Saved {
  const { sha256, ...described } = file;
  const entityId = attachmentIdentity(evidenceId, sha256);
  workbook.changes.apply(
    [{ entity: 'attachment', entityId, set: { ...described, deleted: false } }],
    'Attaching a file',
  );
  return savedView(workbook, 'attachment', entityId);
}

/** @throws WorkbookError `not-found` when the evidence never was, or has been deleted. */
export function assertThere(workbook: OpenWorkbook, evidenceId: string): void {
  const state = workbook.states.get('evidence', evidenceId)?.state;
  if (state === undefined)
    throw new WorkbookError('not-found', 'There is no such piece of evidence in this workbook.');
  if (isDeleted(state)) {
    throw new WorkbookError(
      'not-found',
      'This piece of evidence has been deleted. Undo the deletion to go on with it.',
    );
  }
}

/** The rows of the frameworks that a link of each kind leads to; actions are the partnership's own. */
const rowKinds: Readonly<Record<LinkTargetKind, readonly FrameworkRow['rowKind'][]>> = {
  'quality-indicator': ['qualityIndicator'],
  question: ['question'],
  outcome: ['outcome'],
  indicator: ['indicator', 'nationalIndicator'],
  'pathway-point': ['pathwayPoint'],
  partner: ['partner'],
  action: [],
};

/** A link to something that is not there would never be seen again; a script's misspelling should be told. */
function assertTarget(workbook: OpenWorkbook, target: LinkTarget): void {
  const row = workbook.rowOf(target.id);
  const isRow = row !== undefined && rowKinds[target.kind].includes(row.rowKind);
  const state = workbook.states.get(target.kind, target.id)?.state;
  const isKnown = isRow || (state !== undefined && !isDeleted(state));
  if (!isKnown) throw new WorkbookError('not-found', `There is no ${target.kind} with the id ${target.id}.`);
}

function linkEdit(evidenceId: string, target: LinkTarget, linked: boolean): Edit {
  return { entity: 'link', entityId: linkIdentity(evidenceId, target), set: { linked } };
}
