import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { rawZip } from '../packets/brokenPackets.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';
import { PASSPHRASE, testLaptop } from './testLaptop.ts';

it('says of a file that was laid out by mistake what it is not, and of a folder that it is one', async () => {
  const laptop = await testLaptop('Co-ordinator');
  const folder = temporaryFolder();
  const place = (name: string): string => path.join(folder, name);
  writeFileSync(place('minutes.pdf'), '%PDF-1.7 and so on');
  writeFileSync(place('empty.txt'), '');
  writeFileSync(
    place('note.docx'),
    rawZip([{ name: '[Content_Types].xml', content: Buffer.from('<Types/>') }]),
  );
  mkdirSync(place('from the stick'));

  const { sources, sentence } = await laptop.preview(
    ['minutes.pdf', 'empty.txt', 'note.docx', 'from the stick'].map(place),
  );
  expect(sources.map((source) => [source.state, source.sentence])).toEqual([
    ['refused', expect.stringMatching(/^This is not a packet/)],
    ['refused', expect.stringMatching(/^This is not a packet/)],
    ['refused', expect.stringMatching(/^This is not a packet/)],
    ['refused', 'This is a folder. Choose the files that lie in it.'],
  ]);
  expect(sentence).toBe('None of these files can be taken in.');
  await laptop.close();
});

it('does not say of a locked packet that it cannot be taken in', async () => {
  const desk = await testLaptop('Co-ordinator');
  await desk.close();
  const officer = await testLaptop('Officer', desk.folder);
  await officer.ask('add-evidence', { set: { title: 'A survey' } });
  const packet = await officer.handOver({ passphrase: PASSPHRASE });
  const plain = await officer.handOver();
  const together = await testLaptop('Co-ordinator', desk.folder);
  const gone = path.join(temporaryFolder(), 'gone.cjpacket');

  expect((await together.preview([packet])).sentence).toBe('Nothing can be taken in yet. 1 of 1 is locked.');
  expect((await together.preview([packet, gone])).sentence).toBe(
    'Nothing can be taken in yet. 1 of 2 is locked. 1 of 2 cannot be taken in.',
  );
  expect((await together.preview([packet, plain])).sentence).toMatch(/ to settle\. 1 of 2 is locked\.$/);
  await Promise.all([officer.close(), together.close()]);
});
