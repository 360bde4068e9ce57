import { WorkbookError } from '../../shared/domain/workbookError.ts';

/** What Linux calls the file system of most memory sticks; its files end at 4 GB. */
const FAT = 0x4d44;
const FAT_LARGEST = 4 * 1024 ** 3 - 1;

/** A place that a file is to be written to, as `statfs` tells. */
export type Room = { readonly bsize: number; readonly bavail: number; readonly type: number };

/**
 * Refuses before anything is written when the file would not fit. `largest` is that of several files, which are `needed` bytes
 * together.
 *
 * @throws WorkbookError `disk-full` for too little room, `too-large` for a file system whose files end earlier.
 */
export function refuseWithoutRoom(needed: number, room: Room, place: string, largest = needed): void {
  const free = room.bsize * room.bavail;
  if (free < needed) {
    throw new WorkbookError(
      'disk-full',
      `${needed === largest ? 'The packet needs' : 'The files need'} ${sizeOf(needed, Math.ceil)} and there are ${sizeOf(free, Math.floor)} free in ${place}. Make some room there, choose another place, or leave any attached files out.`,
    );
  }
  if (room.type === FAT && largest > FAT_LARGEST) {
    throw new WorkbookError(
      'too-large',
      `The packet needs ${sizeOf(largest, Math.ceil)}, and ${place} cannot hold files of more than 4 GB. Choose another place, or leave the attached files out.`,
    );
  }
}

/** What is needed is rounded up and what is there down, so that the two differ however near they are. */
function sizeOf(bytes: number, round: (exact: number) => number): string {
  const isSmall = bytes < 10 * 1024 ** 2;
  const size = round(bytes / 1024 ** (isSmall ? 1 : 2));
  return `${size.toLocaleString('en-GB')} ${isSmall ? 'KB' : 'MB'}`;
}
