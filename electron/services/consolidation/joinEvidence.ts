import type { OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import { joiningIdentity } from '../../../shared/domain/entityIdentity.ts';
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
  if (evidence === other) throw new WorkbookError('invalid-input', 'These are the same piece of evidence.');
  assertThere(workbook, evidence);
  assertThere(workbook, other);
  if (`${evidence}${other}`.includes('+'))
    throw new WorkbookError('invalid-input', 'These pieces of evidence can’t be joined.');
  const areOne = standInOf(workbook, evidence) === standInOf(workbook, other);
  const edits = joined ? [joiningEdit(evidence, other, true)] : partingEdits(workbook, evidence, other);
  if (joined !== areOne) workbook.changes.apply(edits, joined ? 'Joining evidence' : 'Parting evidence');
  return {
    savedAt: workbook.lastSavedAt() ?? workbook.clock.now().toISOString(),
    kept: standInOf(workbook, evidence),
  };
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
