import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeDurably } from './durableFile.ts';

/** What was counted in a backup when it was verified. */
export const backupContentSchema = z.strictObject({
  records: z.number().int().nonnegative(),
  answers: z.number().int().nonnegative(),
  evidence: z.number().int().nonnegative(),
  /** SHA-256 over the fingerprints of all records and the properties: equal as long as nothing is changed. */
  content: z.string(),
});
export type BackupContent = z.infer<typeof backupContentSchema>;

export const backupSealSchema = z.strictObject({
  /** Of the whole file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  content: backupContentSchema,
});
export type BackupSeal = z.infer<typeof backupSealSchema>;

/** The file beside a backup that says it was verified. */
export function sealPath(backup: string): string {
  return `${backup}.sha256`;
}

/** Writes the seal: a line that `sha256sum --check` understands, and a comment with the counts. */
export function writeBackupSeal(backup: string, name: string, seal: BackupSeal): void {
  writeDurably(sealPath(backup), `${seal.sha256}  ${name}\n# ${JSON.stringify(seal.content)}\n`);
}

/** The seal of a backup; undefined when there is none or it cannot be read, which means that it was not verified. */
export function readBackupSeal(backup: string): BackupSeal | undefined {
  try {
    const lines = readFileSync(sealPath(backup), 'utf8').split('\n');
    const sum = /^([0-9a-f]{64}) {2}(.+)$/.exec(lines[0] ?? '');
    const content = backupContentSchema.safeParse(JSON.parse((lines[1] ?? '').replace(/^# /, '')));
    const [, sha256, name] = sum ?? [];
    if (sha256 === undefined || name !== path.basename(backup) || !content.success) return undefined;
    return { sha256, content: content.data };
  } catch {
    // Missing, cut off or unreadable: in every case there is no word that the backup was verified.
    return undefined;
  }
}
