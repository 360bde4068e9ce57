import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ReadSheet } from '../../../shared/domain/returnWorkbook/readCell.ts';
import {
  RETURN_FORMAT,
  RETURN_VERSION,
  type ReturnManifest,
} from '../../../shared/domain/returnWorkbook/returnManifest.ts';
import { parseReturnManifest } from '../../../shared/domain/returnWorkbook/parseReturnManifest.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { damagedXlsx } from '../reader/xlsxRefusal.ts';

/** The first cell of the sheets that only the program reads. */
export const DATA_MARK = 'cjw-data';
export const LISTS_MARK = 'cjw-lists';

const CHUNK = 30_000;
const LARGEST = 64 * 1024 ** 2;

/**
 * What a workbook to fill in carries out of sight, as the cells of one column: a mark, the fingerprint of what follows, and
 * that in pieces. Packed and spelt in base 64, so that no program changes a letter of it.
 */
export function manifestCells(manifest: ReturnManifest): readonly string[] {
  const spelt = deflateRawSync(JSON.stringify(manifest)).toString('base64');
  const pieces = Array.from({ length: Math.ceil(spelt.length / CHUNK) }, (_none, index) =>
    spelt.slice(index * CHUNK, (index + 1) * CHUNK),
  );
  return [DATA_MARK, fingerprint(spelt), ...pieces];
}

/** The manifest that a file carries, and the sheets that are people's. @throws WorkbookError `file-kind`, `damaged`, `newer-version`. */
export function takeManifest(sheets: readonly ReadSheet[]): {
  readonly manifest: ReturnManifest;
  readonly sheets: readonly ReadSheet[];
} {
  const data = sheets.find((sheet) => beginsWith(sheet, DATA_MARK));
  if (data === undefined) {
    throw new WorkbookError(
      'file-kind',
      'This is not a workbook to fill in from this program, or what tells its rows apart was lost on the way. Nothing was taken from it. Fill in the file that was sent, not a copy of its sheets.',
    );
  }
  return {
    manifest: manifestOf(data),
    sheets: sheets.filter((sheet) => !beginsWith(sheet, DATA_MARK) && !beginsWith(sheet, LISTS_MARK)),
  };
}

function beginsWith({ cells }: ReadSheet, mark: string): boolean {
  const [first] = cells;
  return first?.content.kind === 'text' && first.content.text === mark;
}

function manifestOf({ cells }: ReadSheet): ReturnManifest {
  const [mark, check, ...pieces] = cells
    .filter(({ column }) => column === cells[0]?.column)
    .toSorted((left, right) => left.row - right.row)
    .map(({ content }) => (content.kind === 'text' ? content.text : ''));
  const spelt = pieces.join('');
  if (mark !== DATA_MARK || check !== fingerprint(spelt)) throw changed();
  let value: unknown;
  try {
    value = JSON.parse(
      inflateRawSync(Buffer.from(spelt, 'base64'), { maxOutputLength: LARGEST }).toString('utf8'),
    );
  } catch (cause) {
    throw changed(cause);
  }
  refuseNewer(value);
  const parsed = parseReturnManifest(value);
  if (!parsed.success) throw changed(parsed.error);
  return parsed.data;
}

function refuseNewer(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== RETURN_FORMAT)
    return;
  if (!('version' in value) || typeof value.version !== 'number' || value.version <= RETURN_VERSION) return;
  throw new WorkbookError(
    'newer-version',
    'The file was made with a newer version of this program. Nothing was taken from it. Upgrade this program first.',
  );
}

function changed(cause?: unknown): WorkbookError {
  return damagedXlsx('what travels out of sight in it has been changed', cause);
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
