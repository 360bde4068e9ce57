import type { ConsolidationEntry } from '../../../shared/api/views/consolidationView.ts';
import { isReturnReplica } from '../../../shared/domain/returnWorkbook/returnReplica.ts';

/** The packet by which a packet of what is new goes. */
export type LastPacket = {
  /** Who sent it. */
  readonly from: string;
  readonly takenAt: string;
};

/** The packet that was taken in last, by the consolidations that stand, newest first. Returned workbooks are none. */
export function lastPacketOf(consolidations: readonly ConsolidationEntry[]): LastPacket | undefined {
  for (const { at, sources, undoneAt } of consolidations) {
    const last = sources.findLast(({ replica }) => !isReturnReplica(replica));
    if (undoneAt !== null || last === undefined) continue;
    return { from: last.author === '' ? last.voiceName : last.author, takenAt: at };
  }
  return undefined;
}
