import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { PacketManifest } from '../../packets/packetManifest.ts';
import { packChanges, type PackedChanges } from '../../packets/packChanges.ts';
import { selectingRecords, type RecordSelection } from '../../store/consolidation/selectedRecords.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import { inTurns } from '../../store/steps.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/** What goes into a packet. */
export type Gathered = Pick<PacketManifest, 'attachments'> & {
  readonly packed: PackedChanges;
  /** The ids of the changes. */
  readonly records: readonly string[];
  /** Files that changes refer to and that are not in the workbook's folder. */
  readonly missing: number;
};

/**
 * Packs what is to be handed over, as it stands when this begins, into a new file, and tells which attached files belong to
 * it. Others may use the workbook meanwhile, but not take anything out of it.
 *
 * @throws WorkbookError `cancelled`.
 */
export async function gatherHandOver(
  workbook: OpenWorkbook,
  part: RecordSelection,
  withAttachments: boolean,
  changesFile: string,
  signal: AbortSignal,
): Promise<Gathered> {
  // What is typed from here on is a change of its own, and not in this packet.
  workbook.changes.seal();
  const selected = await inTurns(selectingRecords(workbook.database, part), signal);
  const records: string[] = [];
  function* lines(): Generator<string> {
    for (const { id, line } of selected.records) {
      records.push(id);
      yield line;
    }
  }
  const packed = await packChanges(lines(), changesFile, signal).catch((cause: unknown) => {
    throw signal.aborted ? new WorkbookError('cancelled', 'It was stopped. Nothing was changed.') : cause;
  });
  const folder = workbookPaths(workbook.folder).attachments;
  const referred = withAttachments ? selected.attachments : [];
  const present = referred.filter((sha256) => existsSync(path.join(folder, sha256)));
  const attachments = present.map((sha256) => ({ sha256, bytes: statSync(path.join(folder, sha256)).size }));
  return { packed, attachments, records, missing: referred.length - present.length };
}
