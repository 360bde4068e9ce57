import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalForm } from '../../shared/domain/canonicalForm.ts';

/** The format that this program writes, and the newest that it reads. */
export const PACKET_VERSION = 1;

/** What the manifest's `format` says in every version. */
export const PACKET_FORMAT = 'community-justice-packet';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.number().int().nonnegative();
const name = z.string().max(400);

/** Which changes of the workbook a packet holds. */
export const packetPartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everything') }),
  /** What was not in `basis`, the packet that was taken in last; null: in the one that the workbook began with, if any. */
  z.strictObject({ kind: z.literal('since'), basis: z.string().max(60).nullable() }),
  z.strictObject({ kind: z.literal('partner'), partner: z.string().min(1).max(120), partnerName: name }),
]);
export type PacketPart = z.infer<typeof packetPartSchema>;

/** The first entry of a packet: whose it is, from whom, and what is in it. docs/packet-format.md describes it. */
export const packetManifestSchema = z.strictObject({
  format: z.literal(PACKET_FORMAT),
  version: z.number().int().positive(),
  /** The oldest version of the format whose readers understand this packet. */
  minReader: z.number().int().positive(),
  packet: z.string().regex(/^[0-9a-f]{32}$/),
  workbook: z.strictObject({ id: z.string().min(1).max(60), partnership: name, round: name }),
  /** ISO 8601. Shown to people; decides nothing. */
  madeAt: z.string().max(40),
  author: name,
  voice: z.string().min(1).max(120),
  voiceName: name,
  replica: z.string().min(1).max(60),
  app: z.string().max(40),
  part: packetPartSchema,
  changes: z.strictObject({ count: z.number().int().nonnegative(), bytes, sha256 }),
  attachments: z.array(z.strictObject({ sha256, bytes })).max(20_000),
  /** Whether attached files were left out on purpose. */
  withoutAttachments: z.boolean(),
  /** SHA-256 of the canonical form of everything above. */
  hash: sha256,
});
export type PacketManifest = z.infer<typeof packetManifestSchema>;
export type UnsealedManifest = Omit<PacketManifest, 'hash'>;

/** The manifest with its fingerprint. */
export function sealManifest(manifest: UnsealedManifest): PacketManifest {
  return { ...manifest, hash: fingerprintOf(manifest) };
}

/** Whether the manifest still is what its maker wrote. */
export function isIntactManifest({ hash, ...content }: PacketManifest): boolean {
  return fingerprintOf(content) === hash;
}

function fingerprintOf(content: UnsealedManifest): string {
  return createHash('sha256').update(canonicalForm(content), 'utf8').digest('hex');
}
