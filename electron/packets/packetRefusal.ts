import { WorkbookError } from '../../shared/domain/workbookError.ts';

/** The refusal of a packet that is not what it says. `reason` is for the log and the list: never what somebody wrote. */
export function damagedPacket(reason: string, cause?: unknown): WorkbookError {
  return new WorkbookError(
    'damaged',
    `The packet is damaged or was altered (${reason}). Nothing was taken from it. Ask for it again.`,
    cause === undefined ? undefined : { cause },
  );
}

/** The refusal of a file that somebody chose by mistake, most likely, as nothing in it is of a packet. */
export function noPacket(): WorkbookError {
  return new WorkbookError(
    'damaged',
    'This is not a packet: their names end in “.cjpacket”. Choose another file. If it was sent as a packet, it was damaged on the way: ask for it again.',
  );
}

/** The refusal of a packet that holds more than a packet may. */
export function excessivePacket(reason: string): WorkbookError {
  return new WorkbookError(
    'too-large',
    `The packet holds more than a packet may (${reason}). Nothing was taken from it.`,
  );
}
