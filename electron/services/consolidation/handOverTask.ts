import { z } from 'zod';
import { handOverPartSchema } from '../../../shared/api/views/consolidationView.ts';
import { packetManifestSchema } from '../../packets/packetManifest.ts';

/** What the worker is to write, and where. */
export const handOverTaskSchema = z.strictObject({
  /** A private copy of the workbook. */
  snapshot: z.string(),
  part: handOverPartSchema,
  /** The manifest without what only the writing tells. */
  about: packetManifestSchema.omit({ changes: true, attachments: true, hash: true }),
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
  /** The records in it. */
  records: z.array(z.string()),
  attachments: z.number(),
  bytes: z.number(),
  /** Of the whole file. */
  sha256: z.string(),
  /** Files that changes refer to and that are not in the workbook's folder. */
  missing: z.number(),
});
export type WrittenPacket = z.infer<typeof writtenPacketSchema>;
