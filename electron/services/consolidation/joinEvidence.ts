import type { OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import { joiningIdentity, linkIdentity, partsOfJoining } from '../../../shared/domain/entityIdentity.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { Edit } from '../changes/recordEditor.ts';
import { assertThere } from '../evidence/changeEvidence.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/**
 * Says that two pieces of evidence are one, or parts them again. Both stay as they are; the one whose id comes first stands
 * for both and gets the other's links. Which one that is does not depend on who joins them, so that nobody joins in a circle.
 */
export function joinEvidence(
  workbook: OpenWorkbook,
  { evidence, other, joined }: ParsedInputOf<'join-evidence'>,
): OutputOf<'join-evidence'> {
  if (evidence === other) throw new WorkbookError('invalid-input', 'These are the same piece of evidence.');
  assertThere(workbook, evidence);
  assertThere(workbook, other);
  const entityId = joiningIdentity(evidence, other);
  const parts = partsOfJoining(entityId);
  if (parts === undefined)
    throw new WorkbookError('invalid-input', 'These pieces of evidence can’t be joined.');
  const links = joined ? missingLinks(workbook, parts.kept, parts.other) : [];
  workbook.changes.apply(
    [{ entity: 'joining', entityId, set: { joined } }, ...links],
    joined ? 'Joining evidence' : 'Parting evidence',
  );
  return { savedAt: workbook.lastSavedAt() ?? workbook.clock.now().toISOString(), kept: parts.kept };
}

function missingLinks(workbook: OpenWorkbook, kept: string, other: string): readonly Edit[] {
  const has = new Set(workbook.evidence.linksOf(kept).map((target) => linkIdentity(kept, target)));
  return workbook.evidence
    .linksOf(other)
    .map((target) => linkIdentity(kept, target))
    .filter((entityId) => !has.has(entityId))
    .map((entityId) => ({ entity: 'link', entityId, set: { linked: true } }));
}
