import type { PacketSource } from '../../../shared/api/views/consolidationView.ts';
import type { SealedChange } from '../../../shared/domain/sealRecord.ts';
import { readReturnWorkbook } from './readReturnWorkbook.ts';
import type { ReturnedWorkbook } from './returnedWorkbook.ts';

/** A returned workbook as the consolidation desk lays it out beside packets. */
export type ReturnedSource = {
  readonly from: NonNullable<PacketSource['from']>;
  readonly changes: readonly SealedChange[];
  /** What was not taken, and what was taken with a remark, each with its sheet and cell. */
  readonly ignored: PacketSource['ignored'];
};

/** Reads a returned workbook on a thread of its own; see `readReturnWorkbook` for what refuses it. */
export async function readReturnedSource(
  source: { readonly path: string; readonly name: string },
  given: { readonly workbook: string | null; readonly passwords: readonly string[] },
): Promise<ReturnedSource> {
  const {
    source: about,
    records,
    notTaken,
    remarks,
  } = await readReturnWorkbook(source.path, { ...given, name: source.name });
  const { packet, workbook, author, voice, voiceName, replica, madeAt, partnership, round, encrypted } =
    about;
  return {
    from: {
      packet,
      workbook,
      stamp: { author, voice, replica, at: madeAt },
      voiceName,
      partnership,
      round,
      encrypted,
    },
    changes: records,
    ignored: [
      ...notTaken.map(ignoredOf),
      ...remarks.map((remark) => ignoredOf({ ...remark, reason: `Taken. ${remark.reason}` })),
    ],
  };
}

function ignoredOf({
  sheet,
  cell,
  value,
  reason,
}: ReturnedWorkbook['notTaken'][number]): PacketSource['ignored'][number] {
  const place = [sheet, cell].filter((part) => part !== '').join(', ');
  return { what: value === '' ? place : `${place}: “${value}”`, why: reason };
}
