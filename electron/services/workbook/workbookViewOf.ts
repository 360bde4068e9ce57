import { existsSync } from 'node:fs';
import type { WorkbookView } from '../../../shared/api/views/workbookView.ts';
import { WORKBOOK_ENTITY_ID } from '../../../shared/domain/entityIdentity.ts';
import { settledText } from '../../../shared/domain/entityState.ts';
import { listBackups } from '../../store/file/listBackups.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import type { OpenWorkbook } from './openWorkbook.ts';

/** An open workbook with what its keeper knows of it, as screens show it. */
export function workbookViewOf(
  workbook: OpenWorkbook,
  { check, notice, singleKeys }: Pick<WorkbookView, 'check' | 'notice' | 'singleKeys'>,
): WorkbookView {
  const about = workbook.states.get('workbook', WORKBOOK_ENTITY_ID)?.state ?? {};
  const { backups, rehearsal } = workbookPaths(workbook.folder);
  const [newest] = listBackups(backups);
  return {
    id: workbook.id,
    folder: workbook.folder,
    partnership: settledText(about, 'partnership'),
    round: settledText(about, 'round'),
    marking: settledText(about, 'marking'),
    retentionReview: settledText(about, 'retentionReview'),
    note: settledText(about, 'note'),
    voice: workbook.voice(),
    voiceName: workbook.nameOfVoice(workbook.voice()),
    author: workbook.author(),
    singleKeys,
    replica: workbook.replica,
    createdFromExample: workbook.origin === 'example',
    isRehearsal: existsSync(rehearsal),
    notice,
    check,
    lastSavedAt: workbook.lastSavedAt(),
    lastBackupAt: newest?.madeAt.toISOString() ?? null,
    counts: {
      records: workbook.log.count(),
      evidence: workbook.evidence.countAll(),
      conflicts: workbook.states.conflicts(),
      deferred: workbook.states.deferred(),
      notHandedOver: workbook.consolidations.notHandedOver(),
    },
    undo: workbook.changes.undoLabel(),
    redo: workbook.changes.redoLabel(),
  };
}
