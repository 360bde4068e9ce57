import { WorkbookError } from '../../shared/domain/workbookError.ts';

/** What Linux calls the file system of most memory sticks; its files end at 4 GB. */
const FAT = 0x4d44;
const FAT_LARGEST = 4 * 1024 ** 3 - 1;

/** A place that a file is to be written to, as `statfs` tells. */
export type Room = { readonly bsize: number; readonly bavail: number; readonly type: number };

/**
 * Refuses before anything is written when the file would not fit.
 *
 * @throws WorkbookError `disk-full` for too little room, `too-large` for a file system whose files end earlier.
 */
export function refuseWithoutRoom(needed: number, room: Room, place: string): void {
  const free = room.bsize * room.bavail;
  if (free < needed) {
    throw new WorkbookError(
      'disk-full',
      `The packet needs ${inMegabytes(needed)} and there are ${inMegabytes(free)} free in ${place}. Make some room there, choose another place, or leave the attached files out.`,
    );
  }
  if (room.type === FAT && needed > FAT_LARGEST) {
    throw new WorkbookError(
      'too-large',
      `The packet needs ${inMegabytes(needed)}, and ${place} cannot hold files of more than 4 GB. Choose another place, or leave the attached files out.`,
    );
  }
}

function inMegabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024 ** 2))} MB`;
}
