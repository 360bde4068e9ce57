import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { PacketManifest } from '../../packets/packetManifest.ts';
import { writingChangesFile } from '../../packets/writeChangesFile.ts';
import { selectingRecords, type RecordSelection } from '../../store/consolidation/selectedRecords.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import type { Steps } from '../../store/steps.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/** What goes into a packet. */
export type Gathered = Pick<PacketManifest, 'changes' | 'attachments'> & {
  /** The ids of the changes. */
  readonly records: readonly string[];
  /** Files that changes refer to and that are not in the workbook's folder. */
  readonly missing: number;
};

/**
 * Writes what is to be handed over, as it stands when this begins, to a new file, and tells which attached files belong to
 * it. Others may use the workbook between the steps, but not take anything out of it.
 */
export function* gatherHandOver(
  workbook: OpenWorkbook,
  part: RecordSelection,
  withAttachments: boolean,
  changesFile: string,
): Steps<Gathered> {
  // What is typed from here on is a change of its own, and not in this packet.
  workbook.changes.seal();
  const selected = yield* selectingRecords(workbook.database, part);
  const records: string[] = [];
  function* lines(): Generator<string> {
    for (const { id, line } of selected.records) {
      records.push(id);
      yield line;
    }
  }
  const changes = yield* writingChangesFile(lines(), changesFile);
  const folder = workbookPaths(workbook.folder).attachments;
  const referred = withAttachments ? selected.attachments : [];
  const present = referred.filter((sha256) => existsSync(path.join(folder, sha256)));
  const attachments = present.map((sha256) => ({ sha256, bytes: statSync(path.join(folder, sha256)).size }));
  return { changes, attachments, records, missing: referred.length - present.length };
}
