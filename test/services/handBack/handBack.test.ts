import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { PASSPHRASE, testLaptop, type TestLaptop } from '../../consolidation/testLaptop.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';

const question = 'ci2016/6.2/p1';
const indicator = 'ci2016/6.2';
const open: TestLaptop[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((laptop) => laptop.close()));
});

async function laptopOf(author: string, copyOf?: string): Promise<TestLaptop> {
  const laptop = await testLaptop(author, copyOf);
  open.push(laptop);
  return laptop;
}

/** A facilitator who has brought two officers' packets together, which agree on nothing. */
async function broughtTogether() {
  const original = await testLaptop('Facilitator');
  await original.ask('edit', { entity: 'workbook', entityId: 'workbook', set: { marking: 'OFFICIAL' } });
  await original.close();
  const officers = [
    await laptopOf('Officer A', original.folder),
    await laptopOf('Officer B', original.folder),
  ];
  const packets: string[] = [];
  for (const [index, officer] of officers.entries()) {
    await officer.ask('write-answer', { question, set: { howAreWeDoing: `Well, says ${index}.` } });
    await officer.ask('set-grade', { qualityIndicator: indicator, set: { grade: index === 0 ? 3 : 5 } });
    await officer.ask('add-evidence', { set: { title: `Survey ${index}` } });
    packets.push(await officer.handOver());
  }
  const facilitator = await laptopOf('Facilitator', original.folder);
  await facilitator.consolidate(...packets);
  const { conflicts } = await facilitator.ask('list-conflicts', {});
  const grade = conflicts.find(({ field }) => field === 'grade');
  if (grade === undefined) throw new Error('The grades differ');
  await facilitator.ask('settle-conflict', {
    entity: grade.entity,
    entityId: grade.entityId,
    field: 'grade',
    value: 4,
    how: 'own',
    reason: 'Agreed between them.',
    seen: grade.seen,
  });
  return { facilitator, officers };
}

async function handBack(laptop: TestLaptop, folder: string, passphrase: string | null = PASSPHRASE) {
  const { contributors } = await laptop.ask('list-contributors', {});
  const { job } = await laptop.ask('start-hand-back', {
    contributors: contributors.map(({ replica, author }) => ({ replica, author })),
    attachments: true,
    passphrase,
    folder,
  });
  return laptop.finish(job);
}

function wordsOf(file: string): string {
  const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array());
  return xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '');
}

describe('handing back', () => {
  it('is never written into the folder of the workbook itself', async () => {
    const { facilitator } = await broughtTogether();
    const { folder } = await facilitator.ask('read-workbook', {});
    for (const name of ['.', '..back', 'backups']) {
      await expect(handBack(facilitator, path.join(folder, name))).rejects.toMatchObject({
        code: 'unsafe-folder',
      });
    }
  });

  it('gives each contributor a packet and a note, after which everybody has the same', async () => {
    const { facilitator, officers } = await broughtTogether();
    const before = await facilitator.ask('list-contributors', {});
    expect(
      before.contributors.map(({ author, packets, handedBackAt }) => [author, packets, handedBackAt]),
    ).toEqual([
      ['Officer A', 1, null],
      ['Officer B', 1, null],
    ]);
    const folder = temporaryFolder();
    const { receipt } = await handBack(facilitator, folder);
    expect(receipt?.counts).toEqual(
      expect.arrayContaining([
        { name: 'Contributors', count: 2 },
        { name: 'Packets', count: 2 },
        { name: 'Notes', count: 2 },
      ]),
    );
    const names = readdirSync(folder).toSorted();
    expect(names.map((name) => name.replace(/\d{4}-\d\d-\d\d/, 'DAY'))).toEqual([
      'Hand-back to Officer A DAY.cjpacket',
      'Hand-back to Officer A DAY.docx',
      'Hand-back to Officer B DAY.cjpacket',
      'Hand-back to Officer B DAY.docx',
    ]);
    const state = await facilitator.ask('read-state', {});
    for (const [index, officer] of officers.entries()) {
      await officer.consolidate(path.join(folder, names[index * 2] ?? ''));
      expect(await officer.ask('read-state', {})).toEqual(state);
    }
    const { contributors } = await facilitator.ask('list-contributors', {});
    expect(contributors.every(({ handedBackAt }) => handedBackAt !== null)).toBe(true);
  });

  it('writes into the note what stands, what was settled and why, and what is open', async () => {
    const { facilitator } = await broughtTogether();
    const folder = temporaryFolder();
    await handBack(facilitator, folder, null);
    const note = readdirSync(folder).find((name) => /Officer A .*docx$/.test(name)) ?? '';
    const words = wordsOf(path.join(folder, note));
    expect(words).toContain('What became of your contribution');
    expect(words).toContain('For Officer A, The partnership. Test Partnership, 2026. From Facilitator.');
    expect(words).toContain('Evidence: Survey 0: Title');
    expect(words).toMatch(/3 Adequate\n4 Good\nWritten anew by Facilitator on .*\. Agreed between them\./);
    expect(words).toMatch(/Well, says 0\.\nWell, says 1\./);
    expect(words).toContain('not encrypted.cjpacket”. It is not encrypted: keep it safe.');
    const parts = unzipSync(readFileSync(path.join(folder, note)));
    const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const edges = Object.keys(parts).filter((name) => /word\/(header|footer)\d\.xml$/.test(name));
    expect(edges.map((name) => text(name).includes('OFFICIAL'))).toEqual([true, true]);
    expect(text('word/styles.xml')).toContain('w:val="en-GB"');
    expect(text('word/document.xml').match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });

  it('says how a field was settled, and that it has been changed since, where it has', async () => {
    const { facilitator } = await broughtTogether();
    const { contributors } = await facilitator.ask('list-contributors', {});
    const [first] = contributors;
    const settled = async () =>
      (await facilitator.ask('read-hand-back', { replica: first!.replica, author: first!.author })).settled;
    expect(await settled()).toMatchObject([
      { value: '3 Adequate', settledAs: '4 Good', isChangedSince: false },
    ]);
    await facilitator.ask('set-grade', { qualityIndicator: indicator, set: { grade: 2 } });
    expect(await settled()).toMatchObject([
      { value: '3 Adequate', settledAs: '4 Good', isChangedSince: true },
    ]);
    const folder = temporaryFolder();
    await handBack(facilitator, folder, null);
    const note = readdirSync(folder).find((name) => /Officer A .*docx$/.test(name)) ?? '';
    expect(wordsOf(path.join(folder, note))).toMatch(/Settled as[\s\S]*It has been changed since\./);
  });

  it('never writes over a file, and numbers the names instead', async () => {
    const { facilitator } = await broughtTogether();
    const folder = temporaryFolder();
    await handBack(facilitator, folder);
    const first = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))] as const);
    await handBack(facilitator, folder);
    expect(readdirSync(folder)).toHaveLength(8);
    expect(readdirSync(folder).filter((name) => name.includes(' (2).'))).toHaveLength(4);
    for (const [name, bytes] of first) expect(readFileSync(path.join(folder, name)).equals(bytes)).toBe(true);
  });

  it('leaves nothing behind when it is stopped, and remembers nobody', async () => {
    const { facilitator } = await broughtTogether();
    const folder = temporaryFolder();
    const { contributors } = await facilitator.ask('list-contributors', {});
    const { job } = await facilitator.ask('start-hand-back', {
      contributors: contributors.map(({ replica, author }) => ({ replica, author })),
      attachments: true,
      passphrase: PASSPHRASE,
      folder,
    });
    await facilitator.ask('cancel-job', { job: job ?? '' });
    await expect(facilitator.finish(job)).rejects.toThrow('stopped');
    expect(readdirSync(folder)).toEqual([]);
    const after = await facilitator.ask('list-contributors', {});
    expect(after.contributors.every(({ handedBackAt }) => handedBackAt === null)).toBe(true);
  });

  it('refuses the workbook’s own folder, a folder that is not there, and somebody who sent nothing', async () => {
    const { facilitator } = await broughtTogether();
    await expect(handBack(facilitator, path.join(facilitator.folder, 'attachments'))).rejects.toThrow(
      'workbook itself',
    );
    await expect(handBack(facilitator, path.join(temporaryFolder(), 'none'))).rejects.toThrow('no folder');
    const place = path.join(temporaryFolder(), 'a file');
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, '');
    await expect(handBack(facilitator, place)).rejects.toThrow('no folder');
    await expect(
      facilitator.ask('start-hand-back', {
        contributors: [{ replica: 'nobody', author: 'Nobody' }],
        attachments: true,
        passphrase: null,
        folder: temporaryFolder(),
      }),
    ).rejects.toThrow('Nothing has been taken in');
  });
});
