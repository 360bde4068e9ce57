import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { FileDialogs } from '../ports.ts';

/** The packet that a copy of somebody's workbook is to be made of. */
export type PacketToStartFrom = {
  /**
   * Makes the copy of the packet at `given`; without that, a passphrase given after one that did not open the packet
   * belongs to the same packet, and otherwise the host asks for one. Answers null when the person changed their mind.
   */
  readonly make: <Made>(
    given: string | undefined,
    passphrase: string | undefined,
    making: (packet: string) => Promise<Made>,
  ) => Promise<Made | null>;
};

/** No packet has been chosen yet. Remembers one that is locked until it is opened, refused, or another is chosen. */
export function packetToStartFrom(dialogs: Pick<FileDialogs, 'chooseFiles'>): PacketToStartFrom {
  let locked: string | undefined;

  async function ask(): Promise<string | undefined> {
    const [chosen, ...others] = (await dialogs.chooseFiles('Choose a packet')) ?? [];
    if (others.length > 0)
      throw new WorkbookError(
        'invalid-input',
        `You chose ${others.length + 1} files. A workbook starts from one packet: choose the one that has everything, and bring the others in under “Bring together” afterwards.`,
      );
    return chosen;
  }

  return {
    async make(given, passphrase, making) {
      const packet = given ?? (passphrase === undefined ? undefined : locked) ?? (await ask());
      if (packet === undefined) return null;
      locked = undefined;
      try {
        return await making(path.resolve(packet));
      } catch (cause) {
        if (cause instanceof WorkbookError && cause.code === 'wrong-passphrase') locked = packet;
        throw cause;
      }
    },
  };
}
