import { WorkbookError } from '../../shared/domain/workbookError.ts';

/** The refusal of a packet that is not what it says. `reason` is for the log and the list: never what somebody wrote. */
export function damagedPacket(reason: string, cause?: unknown): WorkbookError {
  return new WorkbookError(
    'damaged',
    `The packet is damaged or was altered (${reason}). Nothing was taken from it. Ask for it again.`,
    cause === undefined ? undefined : { cause },
  );
}

/** The refusal of a packet that holds more than a packet may. */
export function excessivePacket(reason: string): WorkbookError {
  return new WorkbookError(
    'too-large',
    `The packet holds more than a packet may (${reason}). Nothing was taken from it.`,
  );
}
