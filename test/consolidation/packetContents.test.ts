import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LONGEST_TEXT } from '../../shared/domain/entityCatalogue.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';
import { partnership } from './partnership.ts';

test('the longest texts that an entry can hold are handed over and taken in', async () => {
  const [facilitator, police] = await partnership('Police');
  // Three bytes each: as long as a text may be, in every long field at once.
  const longest = '個'.repeat(LONGEST_TEXT);
  await police!.ask('add-evidence', {
    set: { title: 'All of it', shows: longest, difference: longest, note: longest },
  });
  await facilitator.consolidate(await police!.handOver());
  expect(await facilitator.ask('read-state', {})).toEqual(await police!.ask('read-state', {}));
  await Promise.all([facilitator.close(), police!.close()]);
}, 120_000);

test('a packet is not made of an attached file that is damaged, and the sentence says what to do', async () => {
  const [facilitator] = await partnership();
  const { entity } = await facilitator.ask('add-evidence', { set: { title: 'Survey' } });
  const file = path.join(temporaryFolder(), 'survey.txt');
  writeFileSync(file, 'Six in ten feel safe.');
  await facilitator.ask('attach-from-path', { evidence: entity.entityId, path: file });
  const attachments = path.join(facilitator.folder, 'attachments');
  const [stored = ''] = readdirSync(attachments);
  chmodSync(path.join(attachments, stored), 0o600);
  writeFileSync(path.join(attachments, stored), 'Six in ten feel well.');
  await expect(facilitator.handOver()).rejects.toThrow(
    /^An attached file in this workbook is damaged: .*Leave the attached files out/,
  );
  await facilitator.handOver({ attachments: false });
  await facilitator.close();
}, 120_000);

test('what is new since the last packet is all that was not in it, whoever brought it', async () => {
  const [facilitator, lead, officer] = await partnership('Lead', 'Officer');
  await officer!.ask('add-evidence', { set: { title: 'From a colleague' } });
  await facilitator.ask('add-evidence', { set: { title: 'From the facilitator' } });
  await lead!.consolidate(await officer!.handOver());
  // The colleague's evidence was in a packet as well, but not in this one: whoever sent it has to be given that.
  await lead!.consolidate(await facilitator.handOver());
  await lead!.ask('add-evidence', { set: { title: 'From the lead' } });
  const since = await lead!.handOver({ part: { kind: 'since' } });
  expect((await facilitator.preview([since])).total).toMatchObject({ added: 2, known: 0 });
  await facilitator.consolidate(since);
  expect(await facilitator.ask('read-state', {})).toEqual(await lead!.ask('read-state', {}));
  await Promise.all([facilitator.close(), lead!.close(), officer!.close()]);
}, 120_000);
