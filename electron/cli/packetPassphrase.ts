import type { HandOverPart } from '../../shared/api/views/consolidationView.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Given } from './command.ts';
import type { Program } from './program.ts';
import { secretFromFile } from './secretFromFile.ts';

/** The passphrase that packets are to have, null for none. */
export type PacketPassphrase = {
  readonly passphrase: string | null;
  /** Whether it was made here, so that it has to be told: it is kept nowhere. */
  readonly isProposed: boolean;
};

/**
 * None with `--plain`, the one in `--passphrase-file`, or else a new one.
 *
 * @throws WorkbookError `invalid-input` when both options are given.
 */
export async function packetPassphrase(
  given: Given,
  { ask }: Program,
  part: HandOverPart,
): Promise<PacketPassphrase> {
  const own = secretFromFile(given, 'passphrase-file');
  if (own !== undefined && given.flag('plain'))
    throw new WorkbookError('invalid-input', 'Give --plain or --passphrase-file, not both.');
  if (given.flag('plain')) return { passphrase: null, isProposed: false };
  if (own !== undefined) return { passphrase: own, isProposed: false };
  return { passphrase: (await ask('read-hand-over', { part })).passphrase, isProposed: true };
}
