// First: the library looks for it while it loads.
import './webCrypto.ts';
import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { packetLimits } from './packetLimits.ts';
import { damagedPacket } from './packetRefusal.ts';

/** The web's stream of bytes, as the library has it: that and Node's are one thing under two declarations. */
type ByteStream = Parameters<Encrypter['encrypt']>[0];
type WebStream = Parameters<typeof Readable.fromWeb>[0];

/** 2^17: about half a second and 128 MB on a laptop. */
const WORK_FACTOR = 17;

/** How an age file (age-encryption.org/v1) with one passphrase begins, up to its header's fingerprint. */
const header =
  /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/;

/** Enough of a file to hold the header. */
export const HEADER_BYTES = 256;

/** Whether a file beginning with these bytes is encrypted in the age format. */
export function isEncrypted(start: Uint8Array): boolean {
  return Buffer.from(start).toString('latin1').startsWith('age-encryption.org/');
}

/** Encrypts a stream in the age format with a passphrase. */
export async function encrypted(plain: Readable, passphrase: string): Promise<Readable> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  return fromWeb(await encrypter.encrypt(toWeb(plain)));
}

/**
 * The content of an age file; every part is authenticated before it comes out, and an end that was cut off is an error.
 *
 * `start` is the file's beginning. It is looked at first: the file says how much memory its key takes to derive.
 *
 * @throws WorkbookError `wrong-passphrase` when none of `passphrases` opens it, `damaged`, `too-large`.
 */
export async function decrypted(
  start: Uint8Array,
  open: () => Readable,
  passphrases: readonly string[],
): Promise<Readable> {
  const match = header.exec(Buffer.from(start).toString('latin1'));
  if (match === null) throw damagedPacket('its beginning is not that of a file with a passphrase');
  if (Number(match[1]) > packetLimits.workFactor)
    throw damagedPacket('opening it would take too much memory');
  if (passphrases.length === 0) {
    throw new WorkbookError(
      'wrong-passphrase',
      'The packet is encrypted. Type the passphrase that came with it.',
    );
  }
  for (const passphrase of passphrases) {
    const stream = open();
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    try {
      return fromWeb(await decrypter.decrypt(toWeb(stream)));
    } catch (cause) {
      stream.destroy();
      if (!isWrongPassphrase(cause)) throw damagedPacket('its header does not hold together', cause);
    }
  }
  throw new WorkbookError(
    'wrong-passphrase',
    'The passphrase does not open the packet. Check it with the person who made the packet.',
  );
}

// Each of the two turns between the declarations; see ByteStream.
function toWeb(stream: Readable): ByteStream {
  const web: unknown = Readable.toWeb(stream);
  return web as ByteStream;
}

function fromWeb(stream: ByteStream): Readable {
  const web: unknown = stream;
  return Readable.fromWeb(web as WebStream);
}

function isWrongPassphrase(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith('no identity matched');
}
