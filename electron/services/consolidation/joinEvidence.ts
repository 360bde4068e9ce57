import type { OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import { joiningIdentity } from '../../../shared/domain/entityIdentity.ts';
import { distinctValues } from '../../../shared/domain/entityState.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { Edit } from '../changes/recordEditor.ts';
import { assertThere } from '../evidence/changeEvidence.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/**
 * Says that two pieces of evidence are one, or parts them again. Both stay as they are; the first by its id stands for
 * both. Which one that is does not depend on who joins them, so that nobody joins in a circle; see `joinedEvidence`.
 */
export function joinEvidence(
  workbook: OpenWorkbook,
  { evidence, other, joined }: ParsedInputOf<'join-evidence'>,
): OutputOf<'join-evidence'> {
  assertPair(workbook, evidence, other);
  const areOne = standInOf(workbook, evidence) === standInOf(workbook, other);
  const edits = joined
    ? [joiningEdit(evidence, other, true), ...askingAgainEdits(workbook, evidence, other)]
    : partingEdits(workbook, evidence, other);
  if (joined !== areOne) workbook.changes.apply(edits, joined ? 'Joining evidence' : 'Parting evidence');
  return {
    savedAt: workbook.lastSavedAt() ?? workbook.clock.now().toISOString(),
    kept: standInOf(workbook, evidence),
  };
}

/**
 * Says that two pieces of evidence are two, or asks about them again. It is said in the field that joins, too: whoever joins
 * them elsewhere meanwhile differs from it, and somebody settles it.
 */
export function leaveEvidenceAsTwo(
  workbook: OpenWorkbook,
  { evidence, other, left }: ParsedInputOf<'leave-evidence-as-two'>,
): OutputOf<'leave-evidence-as-two'> {
  assertPair(workbook, evidence, other);
  if (standInOf(workbook, evidence) === standInOf(workbook, other))
    throw new WorkbookError('stale', 'They have been joined meanwhile. Part them first.');
  const asking = askingAgainEdits(workbook, evidence, other);
  if (!left) workbook.changes.apply(asking, 'Asking about evidence again');
  if (left && asking.length === 0)
    workbook.changes.apply([apartEdit(evidence, other)], 'Leaving evidence as two');
  return { savedAt: workbook.lastSavedAt() ?? workbook.clock.now().toISOString() };
}

function assertPair(workbook: OpenWorkbook, evidence: string, other: string): void {
  if (evidence === other) throw new WorkbookError('invalid-input', 'These are the same piece of evidence.');
  assertThere(workbook, evidence);
  assertThere(workbook, other);
  if (`${evidence}${other}`.includes('+'))
    throw new WorkbookError('invalid-input', 'These pieces of evidence can’t be joined.');
}

/** Takes back that two pieces were left as two, also where that was said of pieces that they stand for. */
function askingAgainEdits(workbook: OpenWorkbook, evidence: string, other: string): readonly Edit[] {
  const ones = [evidence, ...workbook.evidence.standsForOf(evidence)];
  const others = [other, ...workbook.evidence.standsForOf(other)];
  return ones
    .flatMap((one) => others.map((another) => joiningIdentity(one, another)))
    .filter((entityId) => {
      const state = workbook.states.get('joining', entityId)?.state ?? {};
      return distinctValues(state, 'apart').includes(true);
    })
    .map((entityId) => ({ entity: 'joining', entityId, set: { apart: false } }));
}

function apartEdit(evidence: string, other: string): Edit {
  const edit = joiningEdit(evidence, other, false);
  // Nothing is withdrawn. With that, the edit says again what stands already, as after the two were parted.
  return { ...edit, set: { ...edit.set, apart: true }, withdraw: [] };
}

/** Takes one piece out of those that are one; the others stay together, also where they were so through it alone. */
function partingEdits(workbook: OpenWorkbook, evidence: string, other: string): readonly Edit[] {
  const standIn = standInOf(workbook, evidence);
  const leaving = other === standIn ? evidence : other;
  const neighbours = workbook.evidence.joinedWith(leaving);
  const staying = neighbours.filter((neighbour) => neighbour !== standIn);
  return [
    ...neighbours.map((neighbour) => joiningEdit(leaving, neighbour, false)),
    ...staying.map((neighbour) => joiningEdit(standIn, neighbour, true)),
  ];
}

function standInOf(workbook: OpenWorkbook, evidenceId: string): string {
  return workbook.evidence.standInOf(evidenceId) ?? evidenceId;
}

function joiningEdit(evidence: string, other: string, joined: boolean): Edit {
  return { entity: 'joining', entityId: joiningIdentity(evidence, other), set: { joined } };
}
