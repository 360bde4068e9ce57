import { z } from 'zod';
import { packedChangesSchema } from '../../packets/packChanges.ts';
import { packetManifestSchema } from '../../packets/packetManifest.ts';

/** What the worker is to write, and where. */
export const handOverTaskSchema = z.strictObject({
  manifest: packetManifestSchema,
  /** The changes that the manifest tells of. */
  packed: packedChangesSchema,
  /** The workbook's attachments. */
  attachments: z.string(),
  /** A new folder for what is written on the way. */
  folder: z.string(),
  /** The finished packet, which must not be there yet. */
  target: z.string(),
  passphrase: z.string().nullable(),
});
export type HandOverTask = z.infer<typeof handOverTaskSchema>;

/** What was written and read back. */
export const writtenPacketSchema = z.strictObject({
  bytes: z.number(),
  /** Of the whole file. */
  sha256: z.string(),
});
export type WrittenPacket = z.infer<typeof writtenPacketSchema>;
