import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { canonicalForm } from '../../shared/domain/canonicalForm.ts';
import type { ChangeRecord } from '../../shared/domain/changeRecord.ts';
import {
  PACKET_FORMAT,
  PACKET_VERSION,
  sealManifest,
  type PacketManifest,
  type UnsealedManifest,
} from '../../electron/packets/packetManifest.ts';
import { packChanges } from '../../electron/packets/packChanges.ts';
import { writePacket } from '../../electron/packets/writePacket.ts';
import { sampleRecord } from '../store/sampleWorkbook.ts';

export const samplePassphrase = 'salad-anchor-ribbon-oxygen-tiger-velvet';

export type SampleParts = {
  readonly records?: readonly ChangeRecord[];
  readonly attachments?: readonly string[];
  readonly passphrase?: string | null;
  readonly change?: Partial<UnsealedManifest>;
};

/** Writes a small packet into `folder` and answers its path and manifest. */
export async function samplePacket(
  folder: string,
  parts: SampleParts = {},
): Promise<{ readonly file: string; readonly manifest: PacketManifest }> {
  const { attachments = ['The minutes of a meeting'], passphrase = null, change = {} } = parts;
  const records = parts.records ?? sampleRecords(20);
  const store = path.join(folder, 'store');
  mkdirSync(store, { recursive: true });
  const listed = attachments.map((content) => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    writeFileSync(path.join(store, sha256), content);
    return { sha256, bytes: Buffer.byteLength(content) };
  });
  const changesFile = path.join(folder, `changes-${Math.random()}.ndjson`);
  const packed = await packChanges(
    records.map((record) => canonicalForm(record)),
    changesFile,
  );
  const manifest = sealManifest({
    format: PACKET_FORMAT,
    version: PACKET_VERSION,
    minReader: PACKET_VERSION,
    packet: 'ab'.repeat(16),
    workbook: { id: 'sample-workbook', partnership: 'Test Partnership', round: '2026' },
    madeAt: '2026-05-03T09:00:00.000Z',
    author: 'An officer',
    voice: 'partnership',
    voiceName: 'The partnership',
    replica: 'first-replica',
    app: 'test',
    part: { kind: 'everything' },
    changes: packed.changes,
    attachments: listed,
    withoutAttachments: false,
    ...change,
  });
  const file = path.join(folder, `packet-${Math.random()}.cjpacket`);
  await writePacket({ manifest, packed, attachmentFile: (sha256) => path.join(store, sha256) }, file, {
    passphrase,
  });
  return { file, manifest };
}

/** Evidence that differs in its words. */
export function sampleRecords(count: number): readonly ChangeRecord[] {
  return Array.from({ length: count }, (_, index) =>
    sampleRecord(index + 1, 'evidence', `evidence-${index}`, {
      title: `Survey ${index}`,
      shows: `It shows ${index * 7}.`,
    }),
  );
}
