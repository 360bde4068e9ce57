import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { attachmentIdentity } from '../../../shared/domain/entityIdentity.ts';
import { readCanonicalState } from '../../../electron/store/consolidation/readCanonicalState.ts';
import { clearUnsettledAttachments } from '../../../electron/store/consolidation/takeInAttachments.ts';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { sha256OfText } from '../../../electron/store/file/sha256.ts';
import { verifyWorkbook } from '../../../electron/store/file/verifyWorkbook.ts';
import { workbookPaths } from '../../../electron/store/file/workbookPaths.ts';
import { samplePacket } from '../../packets/samplePacket.ts';
import { makeSampleWorkbook, sampleRecord } from '../../store/sampleWorkbook.ts';

/** A workbook as it is before, and a packet for it. */
export type Scene = { readonly root: string; readonly workbook: string; readonly packet: string };

/** What there is of a workbook: what is live, how many records, which files. */
export type Content = { readonly state: string; readonly records: number; readonly files: readonly string[] };

/** Makes a small workbook, and a packet of so many changes with attached files. */
export async function setScene(root: string, changes: number): Promise<Scene> {
  const workbook = path.join(root, 'before');
  makeSampleWorkbook(workbook, 30);
  const contents = Array.from({ length: 5 }, (_, number) => `The minutes of meeting ${number}`);
  const attached = contents.map((content, number) =>
    sampleRecord(
      9_000_000 + number,
      'attachment',
      attachmentIdentity(`evidence-${number}`, sha256OfText(content)),
      {
        name: `minutes ${number}.txt`,
        bytes: content.length,
        mediaType: 'text/plain',
        deleted: false,
      },
    ),
  );
  const records = Array.from({ length: changes }, (_, number) =>
    sampleRecord(1_000_000 + number, 'evidence', `evidence-${number % 3_000}`, {
      shows: `It shows ${number}. `.repeat(5),
    }),
  );
  const { file } = await samplePacket(root, { records: [...records, ...attached], attachments: contents });
  return { root, workbook, packet: file };
}

/** What is in a workbook that was left behind, and what is wrong with it. It is opened as the program opens it. */
export function contentOf(folder: string): {
  readonly content: Content | undefined;
  readonly problems: string[];
} {
  try {
    const database = openDatabase(folder);
    try {
      clearUnsettledAttachments(database, folder);
      const { attachments } = workbookPaths(folder);
      const report = verifyWorkbook(database, attachments);
      const content: Content = {
        state: readCanonicalState(database).sha256,
        records: report.records,
        files: existsSync(attachments) ? readdirSync(attachments).toSorted() : [],
      };
      return { content, problems: report.problems.map(({ what, where }) => `${what}: ${where}`) };
    } finally {
      closeDatabase(database);
    }
  } catch (cause) {
    return { content: undefined, problems: [`it could not be opened: ${String(cause)}`] };
  }
}

/** Whether both are there and hold the same. */
export function isSame(left: Content | undefined, right: Content | undefined): boolean {
  return left !== undefined && JSON.stringify(left) === JSON.stringify(right);
}
