import type { Cell } from '../../shared/domain/exportModel/sheetModel.ts';
import { rowReader } from './rowReader.ts';
import { parseXml } from './workbookParts.ts';

const START = '<sheetData>';
const ROW_END = '</row>';
const END = '</sheetData>';
/** So many bytes of rows are made into text at once, if no row is longer: longer texts are cleared away later. */
const PIECE = 16 * 1024;

/** Goes through the rows of a sheet that this program wrote. Throws where the sheet is not well-formed to its end. */
export async function eachRow(
  path: string,
  content: AsyncIterable<Buffer>,
  dateStyles: ReadonlySet<number>,
  take: (cells: readonly Cell[]) => void,
  onRows: (rows: number) => void = () => undefined,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const reader = rowReader(dateStyles, take);
  let waiting: Buffer = Buffer.alloc(0);
  let before: string | undefined;
  let hasEnded = false;
  for await (const bytes of content) {
    waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
    if (hasEnded) continue;
    let at = 0;
    if (before === undefined) {
      const start = waiting.indexOf(START);
      if (start === -1) continue;
      at = start + START.length;
      before = decoder.decode(waiting.subarray(0, start));
    }
    const known = reader.rows();
    for (let end = endOfRows(waiting, at); end > at; end = endOfRows(waiting, at)) {
      reader.read(decoder.decode(waiting.subarray(at, end)));
      at = end;
    }
    onRows(reader.rows() - known);
    waiting = waiting.subarray(at);
    hasEnded = waiting.length >= END.length && waiting.indexOf(END) === 0;
  }
  if (before === undefined || !hasEnded) throw new Error(`${path} has no end`);
  parseXml(path, `${before}<sheetData/>${decoder.decode(waiting.subarray(END.length))}`);
}

/** Where the last whole row ends within the next piece, or, where there is none, the first one after it; else -1. */
function endOfRows(bytes: Buffer, at: number): number {
  const from = Math.max(at, Math.min(at + PIECE, bytes.length) - ROW_END.length);
  const last = bytes.lastIndexOf(ROW_END, from);
  if (last >= at) return last + ROW_END.length;
  const next = bytes.indexOf(ROW_END, from);
  return next === -1 ? -1 : next + ROW_END.length;
}
