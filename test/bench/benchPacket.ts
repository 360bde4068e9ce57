import path from 'node:path';
import { packChanges } from '../../electron/packets/packChanges.ts';
import { PACKET_FORMAT, PACKET_VERSION, sealManifest } from '../../electron/packets/packetManifest.ts';
import { writePacket } from '../../electron/packets/writePacket.ts';
import { canonicalForm } from '../../shared/domain/canonicalForm.ts';
import type { ChangeRecord } from '../../shared/domain/changeRecord.ts';
import { sha256OfText } from '../../electron/store/file/sha256.ts';

/** Writes records as somebody's packet, not encrypted, into `folder`, and answers its path. */
export async function makeBenchPacket(
  folder: string,
  name: string,
  records: Iterable<ChangeRecord>,
): Promise<string> {
  const changesFile = path.join(folder, `${name}.ndjson`);
  const file = path.join(folder, `${name} not encrypted.cjpacket`);
  let workbook = '';
  function* lines(): Generator<string> {
    for (const { hash, ...content } of records) {
      workbook = content.workbook;
      // As the program spells it: the fingerprint behind what it is the fingerprint of.
      yield `${canonicalForm(content).slice(0, -1)},"hash":"${hash}"}`;
    }
  }
  const packed = await packChanges(lines(), changesFile);
  const manifest = sealManifest({
    format: PACKET_FORMAT,
    version: PACKET_VERSION,
    minReader: PACKET_VERSION,
    packet: sha256OfText(name).slice(0, 32),
    workbook: { id: workbook, partnership: 'Bench partnership', round: '2026-27' },
    madeAt: '2026-05-03T09:00:00.000Z',
    author: 'An officer',
    voice: 'partnership',
    voiceName: 'The partnership',
    replica: 'ef'.repeat(8),
    app: '0.1.0',
    part: { kind: 'everything' },
    changes: packed.changes,
    attachments: [],
    withoutAttachments: false,
  });
  await writePacket({ manifest, packed, attachmentFile: () => '' }, file, { passphrase: null });
  return file;
}
