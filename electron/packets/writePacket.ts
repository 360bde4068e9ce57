import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { packetZip, type PacketSource } from './packetZip.ts';
import { encrypted } from './passphraseCipher.ts';

export type PacketWriting = {
  /** Null for a packet that anybody can read. */
  readonly passphrase: string | null;
  /** Told now and then how many bytes have gone past, before they are encrypted. */
  readonly onBytes?: (bytes: number) => void;
};

/**
 * Writes a packet to a file that must not exist yet, holding no more than a piece of it in memory. Failing, it leaves a part
 * of a file behind for the caller to remove.
 */
export async function writePacket(
  source: PacketSource,
  file: string,
  { passphrase, onBytes = () => {} }: PacketWriting,
): Promise<void> {
  async function* counted(): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const piece of packetZip(source)) {
      bytes += piece.length;
      onBytes(bytes);
      yield piece;
    }
  }
  const zip = Readable.from(counted(), { objectMode: false });
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  await pipeline(passphrase === null ? zip : await encrypted(zip, passphrase), target);
}
