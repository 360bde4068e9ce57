import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { canonicalForm } from '../../shared/domain/canonicalForm.ts';
import { sampleRecords } from './samplePacket.ts';

/** One entry of a zip as it is to be written, whatever it claims. */
type RawEntry = {
  readonly name: string;
  readonly content: Buffer;
  readonly method?: 0 | 8;
  readonly localName?: string;
  readonly claimedBytes?: number;
  readonly mode?: number;
  readonly flags?: number;
};

/** A zip made byte by byte, so that it can lie. */
export function rawZip(
  entries: readonly RawEntry[],
  around: { readonly before?: Buffer; readonly after?: Buffer } = {},
): Buffer {
  const pieces: Buffer[] = around.before === undefined ? [] : [around.before];
  const directory: Buffer[] = [];
  let offset = around.before?.length ?? 0;
  for (const {
    name,
    content,
    method = 8,
    localName = name,
    claimedBytes,
    mode = 0o100644,
    flags = 0,
  } of entries) {
    const packed = method === 8 ? deflateRawSync(content) : content;
    const bytes = claimedBytes ?? content.length;
    const header = (isLocal: boolean): Buffer => {
      const label = Buffer.from(isLocal ? localName : name);
      const fixed = Buffer.alloc(isLocal ? 30 : 46);
      fixed.writeUInt32LE(isLocal ? 0x04034b50 : 0x02014b50, 0);
      const at = isLocal ? 4 : 6;
      if (!isLocal) fixed.writeUInt16LE(0x033f, 4);
      fixed.writeUInt16LE(20, at);
      fixed.writeUInt16LE(flags, at + 2);
      fixed.writeUInt16LE(method, at + 4);
      fixed.writeUInt32LE(packed.length, at + 14);
      fixed.writeUInt32LE(bytes, at + 18);
      fixed.writeUInt16LE(label.length, at + 22);
      if (!isLocal) {
        fixed.writeUInt32LE((mode << 16) >>> 0, 38);
        fixed.writeUInt32LE(offset, 42);
      }
      return Buffer.concat([fixed, label]);
    };
    directory.push(header(false));
    const local = header(true);
    pieces.push(local, packed);
    offset += local.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, listed, end, around.after ?? Buffer.alloc(0)]);
}

const lines = (): Buffer =>
  Buffer.from(
    sampleRecords(20)
      .map((record) => `${canonicalForm(record)}\n`)
      .join(''),
  );

/** The manifest of `changes`, resealed after `alter`. */
function manifestFor(changes: Buffer, count: number, alter: Record<string, unknown> = {}): Buffer {
  const content = {
    format: 'community-justice-packet',
    version: 1,
    minReader: 1,
    packet: 'cd'.repeat(16),
    workbook: { id: 'sample-workbook', partnership: 'Test Partnership', round: '2026' },
    madeAt: '2026-05-03T09:00:00.000Z',
    author: 'An officer',
    voice: 'partnership',
    voiceName: 'The partnership',
    replica: 'first-replica',
    app: 'test',
    part: { kind: 'everything' },
    changes: { count, bytes: changes.length, sha256: createHash('sha256').update(changes).digest('hex') },
    attachments: [],
    withoutAttachments: false,
    ...alter,
  };
  const hash = createHash('sha256').update(canonicalForm(content)).digest('hex');
  return Buffer.from(JSON.stringify({ ...content, hash }));
}

const packetOf = (changes: Buffer, count: number, more: readonly RawEntry[] = [], alter = {}): Buffer =>
  rawZip([
    { name: 'manifest.json', content: manifestFor(changes, count, alter) },
    { name: 'changes.ndjson', content: changes },
    ...more,
  ]);

/** Packets made to do harm, each by the name of the trick. */
export function hostilePackets(): ReadonlyMap<string, Buffer> {
  const good = lines();
  const two: readonly RawEntry[] = [
    { name: 'manifest.json', content: manifestFor(good, 20) },
    { name: 'changes.ndjson', content: good },
  ];
  const nameCases = [
    '../evil',
    '/etc/passwd',
    'C:\\evil',
    '..\\evil',
    'attachments/../evil',
    'CON',
    'Manifest.json',
    '__proto__',
    'attachments/',
    `attachments/${'A'.repeat(64)}`,
    `attachments/${'a'.repeat(63)}`,
    'changes.ndjson:stream',
    'a'.repeat(300),
  ];
  const oneLine = (text: string): Buffer => packetOf(Buffer.from(`${text}\n`), 1);
  const [first] = sampleRecords(1);
  const spelled = canonicalForm(first ?? '');
  const cases: [string, Buffer][] = nameCases.map((name) => [
    `an entry called ${name.slice(0, 40)}`,
    packetOf(good, 20, [{ name, content: Buffer.from('x') }]),
  ]);
  cases.push(
    ['an entry twice', rawZip([...two, ...two.slice(1)])],
    [
      'a symbolic link',
      rawZip([{ ...(two[0] ?? { name: '', content: good }), mode: 0o120777 }, ...two.slice(1)]),
    ],
    [
      'a folder',
      rawZip([...two, { name: `attachments/${'a'.repeat(64)}`, content: Buffer.alloc(0), mode: 0o040755 }]),
    ],
    [
      'two names',
      rawZip([...two.slice(0, 1), { name: 'changes.ndjson', localName: 'changes.ndjsom', content: good }]),
    ],
    [
      'a lying size',
      rawZip([...two.slice(0, 1), { name: 'changes.ndjson', content: good, claimedBytes: 10 }]),
    ],
    ['the encryption bit', rawZip([...two.slice(0, 1), { name: 'changes.ndjson', content: good, flags: 1 }])],
    ['something before', rawZip(two, { before: Buffer.from('MZ and a program') })],
    ['something behind', rawZip(two, { after: Buffer.from('PK and more') })],
    ['no changes', rawZip(two.slice(0, 1))],
    ['no manifest', rawZip(two.slice(1))],
    ['nothing', rawZip([])],
    ['a bomb', packetOf(Buffer.alloc(60_000_000, 0x20), 1)],
    ['a bomb of lines', packetOf(Buffer.alloc(20_000_000, 0x0a), 1)],
    ['a long line', oneLine(`"${'x'.repeat(2_000_000)}"`)],
    ['deep brackets', oneLine('['.repeat(500_000))],
    [
      'a manifest of brackets',
      rawZip([{ name: 'manifest.json', content: Buffer.from('['.repeat(100_000)) }, ...two.slice(1)]),
    ],
    ['__proto__ as a name', oneLine(spelled.replace('"author":', '"__proto__":{"polluted":1},"author":'))],
    ['__proto__ as a field', oneLine(spelled.replace('"title":', '"__proto__":'))],
    ['an escaped __proto__', oneLine(spelled.replace('"title":', '"\\u005f_proto__":'))],
    ['constructor as a field', oneLine(spelled.replace('"title":', '"constructor":'))],
    ['an unknown name', oneLine(spelled.replace('"author":', '"command":"rm","author":'))],
    ['an id that is no id', oneLine(spelled.replace(/"id":"[0-9a-f]+"/, '"id":"../../x"'))],
    ['half a line', packetOf(good.subarray(0, good.length - 9), 20)],
    ['bytes that are no text', packetOf(Buffer.concat([good, Buffer.from([0xff, 0xfe, 0x0a])]), 21)],
    ['fewer changes than said', packetOf(good, 21)],
    ['more changes than said', packetOf(good, 19)],
    [
      'a million parents',
      oneLine(
        canonicalForm({
          ...(first ?? sampleRecords(1)[0]),
          parents: { title: Array.from({ length: 40_000 }, (_, at) => at.toString(16).padStart(32, '0')) },
        }),
      ),
    ],
    [
      'an attachment that is not there',
      packetOf(good, 20, [], { attachments: [{ sha256: 'a'.repeat(64), bytes: 5 }] }),
    ],
    [
      'an attachment of another content',
      packetOf(good, 20, [{ name: `attachments/${'a'.repeat(64)}`, content: Buffer.from('hello') }], {
        attachments: [{ sha256: 'a'.repeat(64), bytes: 5 }],
      }),
    ],
    ['no zip', Buffer.from('hello')],
    ['an empty file', Buffer.alloc(0)],
    ['an age file without end', Buffer.from('age-encryption.org/v1\n-> scrypt ')],
    [
      'an age file for a key',
      Buffer.from(
        `age-encryption.org/v1\n-> X25519 ${'a'.repeat(43)}\n${'a'.repeat(43)}\n--- ${'a'.repeat(43)}\n`,
      ),
    ],
  );
  return new Map(cases);
}

/** One way of breaking `packet` by chance: bytes flipped, cut, put in twice, moved or taken from another place. */
export function brokenBy(chance: () => number, packet: Buffer): Buffer {
  const at = (): number => Math.floor(chance() * packet.length);
  const [from, to] = [at(), at()].toSorted((left, right) => left - right) as [number, number];
  switch (Math.floor(chance() * 6)) {
    case 0: {
      const broken = Buffer.from(packet);
      for (let times = 1 + Math.floor(chance() * 4); times > 0; times -= 1)
        broken[at()] = Math.floor(chance() * 256);
      return broken;
    }
    case 1:
      return packet.subarray(0, to);
    case 2:
      return Buffer.concat([packet.subarray(0, to), packet.subarray(from)]);
    case 3:
      return Buffer.concat([packet.subarray(0, from), packet.subarray(to)]);
    case 4: {
      const broken = Buffer.from(packet);
      broken[at()] = (broken[at()] ?? 0) ^ (1 << Math.floor(chance() * 8));
      return broken;
    }
    default: {
      // Where sizes, offsets and counts are.
      const broken = Buffer.from(packet);
      const tail = Math.max(0, packet.length - 250);
      broken[tail + Math.floor(chance() * (packet.length - tail))] = Math.floor(chance() * 256);
      return broken;
    }
  }
}
