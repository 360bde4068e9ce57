import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import yauzl from 'yauzl';
import { canonicalForm } from '../../shared/domain/canonicalForm.ts';
import type { ChangeRecord } from '../../shared/domain/changeRecord.ts';
import { normalPassphrase, proposePassphrase } from '../../shared/domain/consolidation/proposePassphrase.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { PacketManifest } from '../../electron/packets/packetManifest.ts';
import { checkSum } from '../../electron/zip/checkSum.ts';
import { packChanges } from '../../electron/packets/packChanges.ts';
import { readPacket } from '../../electron/packets/readPacket.ts';
import { refuseWithoutRoom } from '../../electron/packets/roomForFile.ts';
import { unlockPacket } from '../../electron/packets/unlockPacket.ts';
import { sampleRecord } from '../store/sampleWorkbook.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';
import { samplePacket, samplePassphrase, sampleRecords } from './samplePacket.ts';

type Read = {
  readonly manifest: PacketManifest;
  readonly changes: readonly ChangeRecord[];
  readonly files: readonly string[];
};

async function read(file: string, passphrases: readonly string[] = []): Promise<Read> {
  const folder = temporaryFolder();
  const unlocked = await unlockPacket(file, passphrases, path.join(folder, 'copy'));
  const changes: ChangeRecord[] = [];
  const manifest = await readPacket(unlocked.file, {
    onManifest: () => {},
    onChange: (change) => changes.push(change),
    attachmentTarget: (sha256) => path.join(folder, sha256),
  });
  const files = readdirSync(folder).filter((name) => name !== 'copy');
  return { manifest, changes, files: files.map((name) => readFileSync(path.join(folder, name), 'utf8')) };
}

async function codeOf(action: Promise<unknown>): Promise<string> {
  try {
    await action;
    return 'no refusal';
  } catch (cause) {
    return cause instanceof WorkbookError ? cause.code : `a fault: ${String(cause)}`;
  }
}

test('what is written comes back, plain and encrypted', async () => {
  const folder = temporaryFolder();
  for (const passphrase of [null, samplePassphrase]) {
    const { file, manifest } = await samplePacket(folder, { passphrase });
    const back = await read(file, passphrase === null ? [] : ['another-one', passphrase]);
    expect(back.manifest).toEqual(manifest);
    expect(back.changes).toEqual(sampleRecords(20));
    expect(back.files).toEqual(['The minutes of a meeting']);
  }
});

test('any zip program opens a packet, and finds the check sums that it holds', async () => {
  const attachments = ['The minutes of a meeting', 'x'.repeat(700_000), ''];
  for (const records of [sampleRecords(3_000), repeating(12)]) {
    const { file, manifest } = await samplePacket(temporaryFolder(), { records, attachments });
    const contents = unzipSync(readFileSync(file));
    const zip = await yauzl.openPromise(file, { autoClose: false });
    const names: string[] = [];
    for await (const entry of zip.eachEntry()) {
      names.push(entry.fileName);
      const content = contents[entry.fileName] ?? new Uint8Array(1);
      expect({ size: entry.uncompressedSize, checkSum: entry.crc32 }).toEqual({
        size: content.length,
        checkSum: checkSum(content),
      });
    }
    zip.close();
    expect(names).toEqual([
      'manifest.json',
      'changes.ndjson',
      ...manifest.attachments.map(({ sha256 }) => `attachments/${sha256}`),
    ]);
    expect(strFromU8(contents['changes.ndjson'] ?? new Uint8Array())).toBe(
      records.map((record) => `${canonicalForm(record)}\n`).join(''),
    );
  }
});

test('an encrypted packet shows nothing of itself without its passphrase', async () => {
  const { file } = await samplePacket(temporaryFolder(), { passphrase: samplePassphrase });
  const bytes = readFileSync(file).toString('latin1');
  expect(bytes.startsWith('age-encryption.org/v1\n-> scrypt ')).toBe(true);
  expect(bytes).not.toMatch(/Survey|manifest|Partnership/);
  expect(await codeOf(read(file))).toBe('wrong-passphrase');
  expect(await codeOf(read(file, ['salad-anchor-ribbon-oxygen-tiger-other']))).toBe('wrong-passphrase');
});

test('an encrypted packet that was cut or altered anywhere is refused whole', async () => {
  const folder = temporaryFolder();
  const { file } = await samplePacket(folder, {
    passphrase: samplePassphrase,
    attachments: ['x'.repeat(200_000)],
  });
  const whole = readFileSync(file);
  const broken = path.join(folder, 'broken');
  for (const length of [100, whole.length - 65_552, whole.length - 1]) {
    writeFileSync(broken, whole.subarray(0, length));
    expect(await codeOf(read(broken, [samplePassphrase]))).toBe('damaged');
  }
  for (const at of [5_000, whole.length - 3]) {
    const altered = Buffer.from(whole);
    altered[at] = (altered[at] ?? 0) ^ 1;
    writeFileSync(broken, altered);
    expect(await codeOf(read(broken, [samplePassphrase]))).toBe('damaged');
  }
});

test('the key of a packet may not take more memory than a laptop has to spare', async () => {
  const folder = temporaryFolder();
  const { file } = await samplePacket(folder, { passphrase: samplePassphrase });
  const greedy = path.join(folder, 'greedy');
  writeFileSync(greedy, readFileSync(file).toString('latin1').replace(/ 17\n/, ' 20\n'), 'latin1');
  expect(await codeOf(read(greedy, [samplePassphrase]))).toBe('damaged');
});

test('a packet of a newer format says so', async () => {
  const { file } = await samplePacket(temporaryFolder(), { change: { version: 9, minReader: 2 } });
  expect(await codeOf(read(file))).toBe('newer-version');
});

test('a packet whose changes are not what they were is refused', async () => {
  const [first] = sampleRecords(1);
  if (first === undefined) throw new Error('There is one');
  const folder = temporaryFolder();
  const cases: readonly (readonly ChangeRecord[])[] = [
    [{ ...first, set: { title: 'Altered' } }],
    [first, first],
    [{ ...first, workbook: 'another' }],
  ];
  for (const records of cases) {
    const { file } = await samplePacket(folder, { records });
    expect(await codeOf(read(file))).toBe('damaged');
  }
});

test('endlessly repeated text is not taken for a bomb', async () => {
  const { file } = await samplePacket(temporaryFolder(), { records: repeating(12) });
  expect((await read(file)).changes.length).toBe(12);
  expect(statSync(file).size).toBeGreaterThan(2_000_000);
});

test('too little room, and a file system with small files, are told before writing', () => {
  const gigabyte = 1024 ** 3;
  const refusal = (needed: number, type: number, largest?: number): string => {
    const room = { bsize: 4096, bavail: (5 * gigabyte) / 4096, type };
    try {
      refuseWithoutRoom(needed, room, '/media/stick', largest);
      return 'fits';
    } catch (cause) {
      return cause instanceof WorkbookError ? cause.code : 'a fault';
    }
  };
  expect(refusal(gigabyte, 0x4d44)).toBe('fits');
  expect(refusal(4.5 * gigabyte, 0x4d44)).toBe('too-large');
  expect(refusal(4.5 * gigabyte, 0x4d44, gigabyte)).toBe('fits');
  expect(refusal(4.5 * gigabyte, 0xef53)).toBe('fits');
  expect(refusal(6 * gigabyte, 0xef53)).toBe('disk-full');
  const little = { bsize: 1024, bavail: 200, type: 0xef53 };
  expect(() => refuseWithoutRoom(700_000, little, '/media/stick')).toThrow(
    'needs 684 KB and there are 200 KB free',
  );
});

test('a proposed passphrase is six words by chance, and is forgiving about how it is typed', () => {
  let drawn = 0;
  const phrase = proposePassphrase(() => (drawn++ * 331).toString(16).padStart(4, '0'));
  expect(phrase.split('-').length).toBe(6);
  expect(proposePassphrase(() => (drawn++ * 331).toString(16).padStart(4, '0'))).not.toBe(phrase);
  expect(normalPassphrase(`  ${phrase.toUpperCase().replaceAll('-', '  ')} `)).toBe(phrase);
});

test('packing stops when it is told to, and others have their turn meanwhile', async () => {
  const stop = new AbortController();
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
    if (turns === 5) stop.abort();
  }, 1);
  function* endless(): Generator<string> {
    for (let line = 0; ; line += 1) {
      if (line > 500_000) throw new Error('It was not stopped');
      yield `${Math.sin(line)}`.repeat(10);
    }
  }
  const packing = packChanges(endless(), path.join(temporaryFolder(), 'changes'), stop.signal);
  await expect(packing).rejects.toMatchObject({ name: 'AbortError' });
  clearInterval(ticking);
  expect(turns).toBeGreaterThanOrEqual(5);
});

/** Evidence of which a writer knows that it would be packed too well. */
function repeating(count: number): readonly ChangeRecord[] {
  return Array.from({ length: count }, (_, index) =>
    sampleRecord(index + 1, 'evidence', `evidence-${index}`, { shows: 'x'.repeat(190_000) }),
  );
}
