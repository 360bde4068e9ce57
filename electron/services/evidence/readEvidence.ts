import type { AttachmentView, EvidenceView } from '../../../shared/api/views/evidenceView.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { isInStore } from '../../store/attachments/isInStore.ts';
import { mayOpen } from '../../store/attachments/mayOpen.ts';
import type { AttachmentRow } from '../../store/evidenceQueries.ts';
import { labelOfTarget } from '../history/labelOfEntity.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { alikeEvidence } from './alikeEvidence.ts';

/**
 * One piece of evidence with its links, files and what looks like it.
 *
 * @throws WorkbookError `not-found` when there never was such a piece.
 */
export function readEvidence(workbook: OpenWorkbook, evidenceId: string): EvidenceView {
  const row = workbook.evidence.get(evidenceId);
  if (row === undefined)
    throw new WorkbookError('not-found', 'There is no such piece of evidence in this workbook.');
  const attachments = workbook.evidence.attachmentsOf(evidenceId);
  const joined = joinedView(workbook, evidenceId);
  return {
    entity: workbook.view('evidence', evidenceId),
    links: workbook.evidence
      .linksOf(evidenceId)
      .map((target) => ({ target: { ...target }, label: labelOfTarget(workbook, target) })),
    attachments: attachments.map((attachment) => attachmentView(workbook, attachment)),
    alike: alikeEvidence(
      workbook,
      row.title,
      attachments.map(({ sha256 }) => sha256),
      evidenceId,
    ).filter((item) => item.evidenceId !== joined.standsIn?.evidenceId),
    joined,
  };
}

function joinedView(workbook: OpenWorkbook, evidenceId: string): EvidenceView['joined'] {
  const { evidence } = workbook;
  const item = (id: string) => ({ evidenceId: id, title: evidence.get(id)?.title ?? '' });
  const standIn = evidence.standInOf(evidenceId);
  return {
    standsFor: evidence.standsForOf(evidenceId).map(item),
    standsIn: standIn === undefined ? null : item(standIn),
  };
}

function attachmentView(workbook: OpenWorkbook, row: AttachmentRow): AttachmentView {
  return {
    entityId: row.entity_id,
    sha256: row.sha256,
    name: row.name,
    bytes: row.bytes,
    mediaType: row.media_type,
    present: isInStore(workbook.folder, row.sha256),
    mayOpen: mayOpen(row.name),
    alsoOn: workbook.evidence
      .withSameContent(row.sha256, row.evidence_id)
      .map((other) => ({ evidenceId: other.evidence_id, title: other.title })),
  };
}
