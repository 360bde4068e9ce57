import * as crypto from 'node:crypto';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { ChangeRecord } from '../../shared/domain/changeRecord.ts';
import { parseChangeRecord } from '../../shared/domain/parseChangeRecord.ts';
import { isIntact } from '../../shared/domain/sealRecord.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { packetLimits } from './packetLimits.ts';
import {
  isIntactManifest,
  PACKET_FORMAT,
  PACKET_VERSION,
  packetManifestSchema,
  type PacketManifest,
} from './packetManifest.ts';
import { damagedPacket, excessivePacket, noPacket } from './packetRefusal.ts';
import { parseHostileJson } from './parseHostileJson.ts';
import { readLines } from './readLines.ts';
import { readZipEnd, refuseOddEntry, refuseOddLayout } from './zipLayout.ts';

/** In bytes. */
const PIECE = 128 * 1024;

export type PacketVisitor = {
  /** Called first, before anything else is read; what it throws refuses the packet. */
  readonly onManifest: (manifest: PacketManifest) => void;
  /** Called with each change, in the packet's order, after checking it and its fingerprint. */
  readonly onChange: (change: ChangeRecord) => void;
  /** Where the content of an attachment is to be written, a file that is not there yet; null to check it only. */
  readonly attachmentTarget: (sha256: string) => string | null;
  readonly signal?: AbortSignal;
};

/**
 * Reads an unencrypted packet from end to end by the rules of docs/packet-format.md, holding no more than a piece of it.
 *
 * What the visitor has been given counts only once this has returned: the last byte may be the one that is wrong.
 *
 * @throws WorkbookError `damaged`, `too-large`, `newer-version`, `cancelled`, and whatever the visitor throws.
 */
export async function readPacket(file: string, visitor: PacketVisitor): Promise<PacketManifest> {
  const end = await readZipEnd(file);
  let zip: ZipFile | undefined;
  try {
    zip = await yauzl.openPromise(file, { lazyEntries: true, strictFileNames: true, autoClose: false });
    const entries = await listedEntries(zip);
    await refuseOddLayout(zip, entries, end);
    return await readEntries(zip, new Map(entries.map((entry) => [entry.fileName, entry])), visitor);
  } catch (cause) {
    if (cause instanceof WorkbookError) throw cause;
    throw isFault(cause) ? cause : damagedPacket('it does not hold together', cause);
  } finally {
    zip?.close();
  }
}

/** A failing disk, or a mistake of this program, is not the packet's fault. zlib's and the zip's own errors are. */
function isFault(cause: unknown): boolean {
  if (cause instanceof TypeError || cause instanceof ReferenceError) return true;
  return cause instanceof Error && 'syscall' in cause;
}

async function listedEntries(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const isExpected = /^(manifest\.json|changes\.ndjson|attachments\/[0-9a-f]{64})$/.test(entry.fileName);
    // A file of another kind, such as a Word document, begins with an entry of its own.
    if (!isExpected && entries.length === 0) throw noPacket();
    if (!isExpected) throw damagedPacket('it holds an entry that does not belong in a packet');
    if (names.has(entry.fileName)) throw damagedPacket('it holds an entry twice');
    names.add(entry.fileName);
    refuseOddEntry(entry);
    entries.push(entry);
  }
  return entries;
}

async function readEntries(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  visitor: PacketVisitor,
): Promise<PacketManifest> {
  const manifest = await readManifest(zip, entryNamed(entries, 'manifest.json'));
  if (entries.size !== manifest.attachments.length + 2)
    throw damagedPacket('its entries are not those of its list');
  visitor.onManifest(manifest);
  await readChanges(zip, entryNamed(entries, 'changes.ndjson'), manifest, visitor);
  for (const { sha256, bytes } of manifest.attachments) {
    const entry = entryNamed(entries, `attachments/${sha256}`);
    if (bytes > packetLimits.attachment) throw excessivePacket('an attached file of more than 50 MB');
    const content = checked(await zip.openReadStreamPromise(entry), { bytes, sha256 }, visitor.signal);
    const target = visitor.attachmentTarget(sha256);
    if (target === null) for await (const _piece of content) continue;
    else await pipeline(content, createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }));
  }
  return manifest;
}

function entryNamed(entries: ReadonlyMap<string, Entry>, name: string): Entry {
  const entry = entries.get(name);
  if (entry === undefined) throw damagedPacket('an entry of its list is missing');
  return entry;
}

async function readManifest(zip: ZipFile, entry: Entry): Promise<PacketManifest> {
  if (entry.uncompressedSize > packetLimits.manifest) throw excessivePacket('its list is too long');
  const pieces: Buffer[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(Buffer.from(piece));
  const value = parseHostileJson(Buffer.concat(pieces).toString('utf8'), packetLimits.depth);
  refuseNewer(value);
  const parsed = packetManifestSchema.safeParse(value);
  if (!parsed.success || !isIntactManifest(parsed.data))
    throw damagedPacket('its list does not hold together');
  if (parsed.data.changes.bytes > packetLimits.changes) throw excessivePacket('more than 512 MB of changes');
  return parsed.data;
}

/** A newer version may have a list of another form; that it is one, and for whom, stays where it is. */
function refuseNewer(value: unknown): void {
  const isPacket =
    typeof value === 'object' && value !== null && 'format' in value && value.format === PACKET_FORMAT;
  if (!isPacket || !('minReader' in value) || typeof value.minReader !== 'number') return;
  if (value.minReader <= PACKET_VERSION) return;
  throw new WorkbookError(
    'newer-version',
    'The packet was made with a newer version of this program. Nothing was taken from it. Upgrade this program first.',
  );
}

async function readChanges(
  zip: ZipFile,
  entry: Entry,
  { changes, workbook }: PacketManifest,
  visitor: PacketVisitor,
): Promise<void> {
  if (entry.uncompressedSize !== changes.bytes) throw damagedPacket('its changes are not as long as it says');
  const ids = new Set<string>();
  const content = checked(await inflated(zip, entry), changes, visitor.signal);
  for await (const line of readLines(content, packetLimits.line)) {
    const change = parseChangeRecord(parseHostileJson(line, packetLimits.depth));
    if (change === undefined) throw damagedPacket('a change is not complete');
    if (change.workbook !== workbook.id) throw damagedPacket('a change belongs to another workbook');
    if (!isIntact(change, sha256OfText)) throw damagedPacket('a change does not agree with its fingerprint');
    if (ids.has(change.id)) throw damagedPacket('a change is in it twice');
    ids.add(change.id);
    if (ids.size > changes.count) throw damagedPacket('it holds more changes than it says');
    visitor.onChange(change);
  }
  if (ids.size !== changes.count) throw damagedPacket('it holds fewer changes than it says');
}

/** An entry's content, in larger pieces than the zip's reader hands on. */
async function inflated(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  if (!entry.isCompressed()) return zip.openReadStreamPromise(entry);
  const packed = await zip.openReadStreamPromise(entry, { decompress: false });
  const content = createInflateRaw({ chunkSize: PIECE });
  packed.on('error', (cause) => content.destroy(cause instanceof Error ? cause : undefined));
  return packed.pipe(content);
}

type Expected = { readonly bytes: number; readonly sha256: string };

/** The stream's bytes; at its end they have been found to be as many, and the ones, that the manifest names. */
function checked(
  stream: NodeJS.ReadableStream,
  expected: Expected,
  signal: AbortSignal | undefined,
): Transform {
  const hash = createHash('sha256');
  let bytes = 0;
  const check = new Transform({
    transform(piece: Buffer, _encoding, done) {
      if (signal?.aborted === true)
        return done(new WorkbookError('cancelled', 'It was stopped. Nothing was changed.'));
      bytes += piece.length;
      hash.update(piece);
      if (bytes > expected.bytes) return done(damagedPacket('an entry is longer than it says'));
      done(null, piece);
    },
    flush(done) {
      const agrees = bytes === expected.bytes && hash.digest('hex') === expected.sha256;
      done(agrees ? null : damagedPacket('an entry does not agree with its fingerprint'));
    },
  });
  stream.on('error', (cause) => check.destroy(cause instanceof Error ? cause : undefined));
  return stream.pipe(check);
}

// Much the faster way for a short text. The Node of older Electrons does not have it.
const hashAtOnce: typeof crypto.hash | undefined = crypto.hash;

function sha256OfText(text: string): string {
  if (hashAtOnce !== undefined) return hashAtOnce('sha256', text);
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
