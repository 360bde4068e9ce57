import { createHash } from 'node:crypto';
import { canonicalForm } from '../../../shared/domain/canonicalForm.ts';
import { sampleFileId } from './sampleReturnCopy.ts';

/** The id that a new row of the sample gets where nobody gave a name: it follows from the file and from what is written. */
export function newEntityId(
  sheet: 'evidence' | 'actions',
  content: Readonly<Record<string, string>>,
): string {
  return createHash('sha256')
    .update(`${sampleFileId}\n${sheet}\ncontent ${canonicalForm(content)}`)
    .digest('hex')
    .slice(0, 32);
}
