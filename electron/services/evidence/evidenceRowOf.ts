import type { EvidenceRow } from '../../../shared/api/views/evidenceView.ts';
import type { EvidenceListRow } from '../../store/evidenceQueries.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/** A row of the register as screens have it: with the partner's name instead of its id. */
export function evidenceRowOf(workbook: OpenWorkbook, row: EvidenceListRow): EvidenceRow {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    date: row.date,
    period: row.period,
    source: row.source,
    partnerName: row.partner === null ? null : workbook.nameOfVoice(row.partner),
    attachments: row.attachments,
    usedIn: row.uses,
    conflict: row.conflict === 1,
    standsFor: row.stands_for,
    changedAt: row.changed_at,
  };
}
