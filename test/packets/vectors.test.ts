import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ChangeRecord } from '../../shared/domain/changeRecord.ts';
import { readPacket } from '../../electron/packets/readPacket.ts';
import { unlockPacket } from '../../electron/packets/unlockPacket.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';

const vectors = path.join(import.meta.dirname, 'vectors');

type Vector = {
  readonly passphrase: string;
  readonly manifest: unknown;
  readonly changes: readonly ChangeRecord[];
  readonly attachments: readonly string[];
};

test.each(['version 1.cjpacket', 'version 1 not encrypted.cjpacket'])(
  '“%s”, written when the format was new, is still read as it was meant',
  async (name) => {
    // The file beside the packets, in the form that it was written in.
    const vector = JSON.parse(readFileSync(path.join(vectors, 'version 1.json'), 'utf8')) as Vector;
    const folder = temporaryFolder();
    const { file } = await unlockPacket(
      path.join(vectors, name),
      [vector.passphrase],
      path.join(folder, 'copy'),
    );
    const changes: ChangeRecord[] = [];
    const attachments: string[] = [];
    const manifest = await readPacket(file, {
      onManifest: () => {},
      onChange: (change) => changes.push(change),
      attachmentTarget: (sha256) => {
        attachments.push(path.join(folder, sha256));
        return path.join(folder, sha256);
      },
    });
    expect(manifest).toEqual(vector.manifest);
    expect(changes).toEqual(vector.changes);
    expect(attachments.map((attachment) => readFileSync(attachment, 'utf8'))).toEqual(vector.attachments);
  },
);
