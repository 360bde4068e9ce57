import { isReturnReplica } from '../../shared/domain/returnWorkbook/returnReplica.ts';

/** Which copy of the workbook something was written in, as people can compare it: "copy 7f3a". */
export function copyWords(replica: string): string {
  return isReturnReplica(replica) ? 'filled-in Excel workbook' : `copy ${replica.slice(0, 4)}`;
}
