import type { NotTakenRow } from '../../../shared/domain/consolidation/notTakenModel.ts';
import type { ConsolidationReceipt } from '../../store/consolidation/consolidationReceipt.ts';
import { isExcelFile } from '../returning/isExcelFile.ts';
import type { CheckedSource } from './checkedPackets.ts';

/** What would not be taken of packets and returned workbooks that have been checked. */
export function notTakenOfPreview(sources: readonly CheckedSource[]): NotTakenRow[] {
  return sources.flatMap(({ name, state, sentence, from, ignored }) => {
    const sender = from === null ? '' : senderOf({ author: from.stamp.author, voiceName: from.voiceName });
    const rows = ignored.map((thing) => rowOf(name, sender, thing));
    if (state !== 'refused' && state !== 'locked') return rows;
    return [{ file: name, from: sender, where: 'The whole file', says: '', why: sentence ?? '' }, ...rows];
  });
}

/** What was not taken in a consolidation. */
export function notTakenOfReceipt({ sources }: ConsolidationReceipt): NotTakenRow[] {
  return sources.flatMap(({ file, author, voiceName, ignored }) =>
    ignored.map((thing) => rowOf(file, senderOf({ author, voiceName }), thing)),
  );
}

function senderOf({ author, voiceName }: { readonly author: string; readonly voiceName: string }): string {
  return [author, voiceName].filter((part) => part !== '').join(', ');
}

function rowOf(file: string, from: string, { what, why }: CheckedSource['ignored'][number]): NotTakenRow {
  if (!isExcelFile(file)) return { file, from, where: '', says: what, why };
  // As `readReturnedSource` puts it: the place, which has no colon in it, and what stands there.
  const [, where = what, says = ''] = /^([^:]*): “([\s\S]*)”$/.exec(what) ?? [];
  return { file, from, where, says, why };
}
