import { existsSync } from 'node:fs';
import path from 'node:path';
import { partsOfAttachment } from '../../../shared/domain/entityIdentity.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { copyAttachment } from '../../store/attachments/copyAttachment.ts';
import { openableCopy } from '../../store/attachments/openableCopy.ts';
import { discardStaged, stageBytes, stagedFile } from '../../store/attachments/stageBytes.ts';
import { storeAttachment } from '../../store/attachments/storeAttachment.ts';
import type { AttachmentRow } from '../../store/evidenceQueries.ts';
import { refusePathFromPage } from '../refusePathFromPage.ts';
import { refuseWithinWorkbook } from '../refuseWithinWorkbook.ts';
import type { Ports } from '../ports.ts';
import type { Services } from '../services.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import { assertThere, noteAttachment } from './changeEvidence.ts';

type AttachmentOperation =
  | 'choose-attachments'
  | 'stage-bytes'
  | 'attach-staged'
  | 'attach-from-path'
  | 'save-attachment-copy'
  | 'open-attachment';

/** Files on evidence. The content is on the disk before the record that names it is committed. */
export function attachmentServices(
  ports: Ports,
  keeper: WorkbookKeeper,
): Pick<Services, AttachmentOperation> {
  function attach(workbook: OpenWorkbook, evidenceId: string, source: string, name: string) {
    assertThere(workbook, evidenceId);
    return noteAttachment(workbook, evidenceId, storeAttachment(workbook.folder, source, name));
  }

  return {
    'choose-attachments': async ({ evidence }) => {
      const workbook = keeper.current();
      assertThere(workbook, evidence);
      const chosen = (await ports.dialogs.chooseFiles('Attach files')) ?? [];
      const attached: string[] = [];
      const refused: string[] = [];
      for (const source of chosen) {
        try {
          attached.push(attach(workbook, evidence, source, path.basename(source)).entity.entityId);
        } catch (cause) {
          // One file that can't be taken must not stop the others; each refusal is told.
          if (!(cause instanceof WorkbookError)) throw cause;
          refused.push(cause.message);
        }
      }
      return { attached, refused };
    },
    'stage-bytes': ({ token, base64 }) =>
      stageBytes(keeper.current().folder, token, Buffer.from(base64, 'base64'), () =>
        ports.ids.randomHex(16),
      ),
    'attach-staged': ({ evidence, token, name }) => {
      const workbook = keeper.current();
      const saved = attach(workbook, evidence, stagedFile(workbook.folder, token), name);
      discardStaged(workbook.folder, token);
      return saved;
    },
    'attach-from-path': ({ evidence, path: source }) => {
      // A page that was taken over could otherwise read any file of the computer into the workbook.
      if (ports.host !== 'terminal')
        throw new WorkbookError('not-here', 'Choose the file with the button, or drop it.');
      return attach(keeper.current(), evidence, source, path.basename(source));
    },
    'save-attachment-copy': async ({ attachment, path: given }) => {
      refusePathFromPage(ports, given);
      const workbook = keeper.current();
      const row = attachmentRow(workbook, attachment);
      // A dialog asks before a file is replaced; where a path is typed, nobody was asked.
      if (given !== undefined && existsSync(given)) {
        throw new WorkbookError(
          'already-exists',
          `${path.basename(given)} is there already. Choose another name.`,
        );
      }
      const target = given ?? (await ports.dialogs.chooseSavePath('Save a copy', row.name));
      if (target === null) return { path: null };
      refuseWithinWorkbook(workbook.folder, target);
      copyAttachment(workbook.folder, row.sha256, target);
      return { path: target };
    },
    'open-attachment': async ({ attachment }) => {
      const workbook = keeper.current();
      const row = attachmentRow(workbook, attachment);
      await ports.desktop.openFile(openableCopy(workbook.folder, row.sha256, row.name));
      return {};
    },
  };
}

function attachmentRow(workbook: OpenWorkbook, attachmentId: string): AttachmentRow {
  const row =
    partsOfAttachment(attachmentId) === undefined ? undefined : workbook.evidence.attachment(attachmentId);
  if (row === undefined) throw new WorkbookError('not-found', 'This file is not attached any more.');
  return row;
}
