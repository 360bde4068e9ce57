import { statSync } from 'node:fs';
import type { HandOverPart, HandOverView } from '../../../shared/api/views/consolidationView.ts';
import { proposePassphrase } from '../../../shared/domain/consolidation/proposePassphrase.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { attachmentFile } from '../../store/attachments/attachmentFile.ts';
import { selectingRecords, type RecordSelection } from '../../store/consolidation/selectedRecords.ts';
import { inPieces, inTurns, type Steps } from '../../store/steps.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { packetNames } from './packetName.ts';

/** Changes and files, and what they weigh before anything is packed. */
export type HandOverSize = Pick<HandOverView, 'changes' | 'changesBytes' | 'attachments' | 'attachmentBytes'>;

const FILES_AT_ONCE = 100;

/** What a packet would hold and weigh, what it may be called, and a passphrase for it. */
export async function readHandOver(workbook: OpenWorkbook, part: HandOverPart): Promise<HandOverView> {
  return {
    ...(await sizeOfHandOver(workbook, part)),
    passphrase: proposePassphrase(workbook.ids.randomHex),
    ...packetNames(workbook, part),
  };
}

/**
 * What a packet would hold and weigh, found out while others use the workbook.
 *
 * @throws WorkbookError `no-workbook` when it is closed meanwhile.
 */
export function sizeOfHandOver(workbook: OpenWorkbook, part: RecordSelection): Promise<HandOverSize> {
  return inTurns(whileOpen(workbook, measuring(workbook, part)), new AbortController().signal);
}

function* measuring(workbook: OpenWorkbook, part: RecordSelection): Steps<HandOverSize> {
  const selected = yield* selectingRecords(workbook.database, part);
  const { count, bytes } = yield* selected.measure();
  let attachments = 0;
  let attachmentBytes = 0;
  yield* inPieces(selected.attachments, FILES_AT_ONCE, (piece) => {
    for (const sha256 of piece) {
      const file = statSync(attachmentFile(workbook.folder, sha256), { throwIfNoEntry: false });
      if (file === undefined) continue;
      attachments += 1;
      attachmentBytes += file.size;
    }
  });
  return { changes: count, changesBytes: bytes, attachments, attachmentBytes };
}

/** Nobody keeps a workbook open for a question: whoever closes it does not want the answer any more. */
function* whileOpen<Result>({ database }: OpenWorkbook, steps: Steps<Result>): Steps<Result> {
  for (;;) {
    if (!database.open) throw new WorkbookError('no-workbook', 'The workbook was closed.');
    const step = steps.next();
    if (step.done === true) return step.value;
    yield;
  }
}
