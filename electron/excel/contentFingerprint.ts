import { createHash } from 'node:crypto';
import { contentLine } from '../../shared/domain/exportModel/contentLine.ts';
import type { Cell } from '../../shared/domain/exportModel/sheetModel.ts';
import { textBuffer } from './textBuffer.ts';

/** So many bytes are gathered before they are hashed: a call for each row costs more than the hashing. */
const GATHERED = 65_536;

/** Takes in the cells of an export, in order; see `contentLine` for what exactly. */
export function contentFingerprint() {
  const hash = createHash('sha256');
  const lines = textBuffer(GATHERED, (piece, done) => {
    hash.update(piece);
    done();
  });

  return {
    add(cells: readonly Cell[]): void {
      lines.add(contentLine(cells));
    },
    /** The fingerprint in lower-case hexadecimal. Nothing can be added afterwards. */
    digest(): string {
      lines.flush();
      return hash.digest('hex');
    },
  };
}
