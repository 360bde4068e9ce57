import { createHash } from 'node:crypto';
import { contentLine } from '../../shared/domain/exportModel/contentLine.ts';
import type { Cell } from '../../shared/domain/exportModel/sheetModel.ts';

/** So many characters are gathered before they are hashed: a call for each row costs more than the hashing. */
const GATHERED = 65_536;

/** Takes in the cells of an export, in order; see `contentLine` for what exactly. */
export function contentFingerprint() {
  const hash = createHash('sha256');
  let gathered = '';

  return {
    add(cells: readonly Cell[]): void {
      gathered += contentLine(cells);
      if (gathered.length < GATHERED) return;
      hash.update(gathered);
      gathered = '';
    },
    /** The fingerprint in lower-case hexadecimal. Nothing can be added afterwards. */
    digest(): string {
      hash.update(gathered);
      return hash.digest('hex');
    },
  };
}
