import type { Stamp } from '../../shared/domain/stamp.ts';
import { isReturnReplica } from '../../shared/domain/returnWorkbook/returnReplica.ts';
import { instantWords } from './dateWords.ts';

/** When something was written. Nobody knows it of a workbook that was filled in: what is known is when it was sent out. */
export function writtenWords({ at, replica }: Pick<Stamp, 'at' | 'replica'>): string {
  return isReturnReplica(replica) ? `sent out ${instantWords(at)}` : instantWords(at);
}
