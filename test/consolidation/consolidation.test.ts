import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../store/temporaryFolder.ts';
import { partnership } from './partnership.ts';
import { PASSPHRASE, testLaptop, type TestLaptop } from './testLaptop.ts';

const QUESTION_INDICATOR = 'ci2016/6.2';

const grade = (laptop: TestLaptop, value: 2 | 3 | 4 | 5, rationale = '') =>
  laptop.ask('set-grade', { qualityIndicator: QUESTION_INDICATOR, set: { grade: value, rationale } });

test('packets of several officers are taken in at once, and agreement is no conflict', async () => {
  const [facilitator, police, housing] = await partnership('Police', 'Housing');
  await police?.ask('add-evidence', { set: { title: 'Your View Counts survey' } });
  await housing?.ask('add-evidence', { set: { title: 'Tenancy figures' } });
  await grade(police!, 4);
  await grade(housing!, 4);
  const packets = [await police!.handOver(), await housing!.handOver({ passphrase: PASSPHRASE })];

  const preview = await facilitator.preview(packets, [PASSPHRASE]);
  expect(preview.sources.map(({ state }) => state)).toEqual(['ready', 'ready']);
  expect(preview.total).toMatchObject({ added: 3, conflicts: 0, deleted: 0 });

  await facilitator.consolidate(...packets);
  expect(await facilitator.ask('list-conflicts', {})).toMatchObject({ total: 0 });
  expect((await facilitator.ask('read-workbook', {})).counts.evidence).toBe(2);
  await Promise.all([facilitator.close(), police!.close(), housing!.close()]);
});

test('different values are a conflict with everybody’s value and where they started from, and settling ends it', async () => {
  const facilitator = await testLaptop('Facilitator');
  await grade(facilitator, 3, 'As last year');
  await facilitator.close();
  const police = await testLaptop('Police', facilitator.folder);
  const housing = await testLaptop('Housing', facilitator.folder);
  await facilitator.ask('open-workbook', { folder: facilitator.folder });
  await grade(police, 4, 'As last year');
  await grade(housing, 2, 'As last year');
  await facilitator.consolidate(await police.handOver(), await housing.handOver());

  const { conflicts, total } = await facilitator.ask('list-conflicts', {});
  expect(total).toBe(1);
  const [conflict] = conflicts;
  expect(conflict).toMatchObject({ field: 'grade', start: 3 });
  expect(conflict?.values.map(({ value, stamps }) => [value, stamps[0]?.author])).toEqual([
    [2, 'Housing'],
    [4, 'Police'],
  ]);

  const before = await facilitator.ask('read-state', {});
  const { entity, entityId, field, seen } = conflict!;
  await facilitator.ask('settle-conflict', {
    entity,
    entityId,
    field,
    seen,
    value: 4,
    how: 'take',
    reason: 'Agreed',
  });
  expect((await facilitator.ask('list-conflicts', {})).total).toBe(0);
  await facilitator.ask('undo', {});
  expect((await facilitator.ask('list-conflicts', {})).total).toBe(1);
  await facilitator.ask('redo', {});
  expect((await facilitator.ask('list-conflicts', {})).total).toBe(0);
  expect((await facilitator.ask('read-state', {})).sha256).not.toBe(before.sha256);

  const replica = (await housing.ask('read-workbook', {})).replica;
  const note = await facilitator.ask('read-hand-back', { replica, author: 'Housing' });
  expect(note.settled).toMatchObject([
    { value: '2 Weak', settledAs: '4 Good', how: 'take', reason: 'Agreed', by: 'Facilitator' },
  ]);

  await housing.consolidate(await facilitator.handOver());
  await police.consolidate(await facilitator.handOver());
  const states = await Promise.all(
    [facilitator, police, housing].map((laptop) => laptop.ask('read-state', {})),
  );
  expect(new Set(states.map(({ sha256 }) => sha256)).size).toBe(1);
  await Promise.all([facilitator.close(), police.close(), housing.close()]);
});

test('a packet taken in twice, or one’s own, is said to be known and changes nothing', async () => {
  const [facilitator, police] = await partnership('Police');
  await grade(police!, 4);
  const packet = await police!.handOver();
  await facilitator.consolidate(packet);
  const before = await facilitator.ask('read-state', {});
  const preview = await facilitator.preview([packet]);
  expect(preview.sources[0]?.state).toBe('known');
  expect(preview.sentence).toBe('Everything in the packet is in this workbook already.');
  expect((await police!.preview([packet])).sources[0]?.state).toBe('known');
  expect(await facilitator.ask('read-state', {})).toEqual(before);
  await Promise.all([facilitator.close(), police!.close()]);
});

test('undoing a consolidation brings the state before it back, keeps what was written since, and can be taken back', async () => {
  const [facilitator, police] = await partnership('Police');
  await grade(facilitator, 3, 'Ours');
  await facilitator.ask('add-evidence', { set: { title: 'Before' } });
  const file = path.join(temporaryFolder(), 'minutes.txt');
  writeFileSync(file, 'Minutes of the meeting');
  const theirs = await police!.ask('add-evidence', {
    set: { title: 'Theirs' },
    links: [{ kind: 'outcome', id: 'opi2016/structural-1' }],
  });
  await police!.ask('attach-from-path', { evidence: theirs.entity.entityId, path: file });
  await grade(police!, 5, 'Theirs');
  const packet = await police!.handOver();

  const before = await facilitator.ask('read-state', { lines: true });
  await facilitator.consolidate(packet);
  const { conflicts } = await facilitator.ask('list-conflicts', {});
  const rationale = conflicts.find(({ field }) => field === 'rationale')!;
  await facilitator.ask('settle-conflict', {
    entity: rationale.entity,
    entityId: rationale.entityId,
    field: 'rationale',
    seen: rationale.seen,
    value: 'Both',
    how: 'combine',
  });
  const settled = await facilitator.ask('read-state', { lines: true });
  const { job } = await facilitator.ask('start-undo-consolidation', {});
  await facilitator.finish(job);

  const undone = await facilitator.ask('read-state', { lines: true });
  expect(undone.lines).toEqual(before.lines);
  expect(await verified(facilitator)).toEqual([]);
  const [entry] = (await facilitator.ask('list-consolidations', {})).consolidations;
  expect(entry).toMatchObject({ canUndo: false, setAside: 6 });
  expect((await facilitator.ask('read-workbook', {})).counts.notHandedOver).toBeGreaterThan(0);

  await facilitator.consolidate(packet);
  expect((await facilitator.ask('read-state', { lines: true })).lines).toEqual(settled.lines);
  expect(await verified(facilitator)).toEqual([]);
  await Promise.all([facilitator.close(), police!.close()]);
});

test('the preview counts in what comes back with a packet that is taken in after it had been undone', async () => {
  const [facilitator, police] = await partnership('Police');
  await grade(facilitator, 3);
  await grade(police!, 5);
  const packet = await police!.handOver();
  const { total } = await facilitator.preview([packet]);
  expect(total.conflicts).toBe(1);
  await facilitator.consolidate(packet);
  const { conflicts } = await facilitator.ask('list-conflicts', {});
  const { entity, entityId, field, seen } = conflicts[0]!;
  await facilitator.ask('settle-conflict', { entity, entityId, field, value: 4, how: 'own', seen });
  const settled = await facilitator.ask('read-state', {});
  await facilitator.finish((await facilitator.ask('start-undo-consolidation', {})).job);

  const again = await facilitator.preview([packet]);
  expect(again.total).toMatchObject({ changes: total.changes, known: total.known, conflicts: 0, changed: 1 });
  await facilitator.consolidate(packet);
  expect(await facilitator.ask('read-state', {})).toEqual(settled);
  await Promise.all([facilitator.close(), police!.close()]);
}, 120_000);

test('attached files come with the packet, and a packet without them says so', async () => {
  const [facilitator, police] = await partnership('Police');
  const file = path.join(temporaryFolder(), 'minutes.txt');
  writeFileSync(file, 'Minutes of the meeting');
  const saved = await police!.ask('add-evidence', { set: { title: 'Minutes' } });
  await police!.ask('attach-from-path', { evidence: saved.entity.entityId, path: file });
  const bare = await police!.handOver({ attachments: false });
  const preview = await facilitator.preview([bare]);
  expect(preview.sources[0]?.ignored).toMatchObject([{ what: 'minutes.txt' }]);
  expect(preview.sources[0]?.ignored[0]?.why).toMatch(/^The file is not in the packet/);
  await facilitator.consolidate(bare);
  const whole = await police!.handOver();
  expect((await facilitator.preview([whole])).sentence).toBe('Nothing is new but 1 attached file.');
  await facilitator.consolidate(whole);
  const view = await facilitator.ask('read-evidence', { evidence: saved.entity.entityId });
  expect(view.attachments).toMatchObject([{ name: 'minutes.txt', present: true }]);
  expect(await verified(facilitator)).toEqual([]);
  await Promise.all([facilitator.close(), police!.close()]);
});

test('a packet of another workbook is refused with both names, and a wrong passphrase is said to be one', async () => {
  const [facilitator, police] = await partnership('Police');
  const stranger = await testLaptop('Stranger');
  await grade(police!, 4);
  const secret = await police!.handOver({ passphrase: PASSPHRASE });
  const preview = await facilitator.preview([await stranger.handOver(), secret], ['not-the-one-at-all']);
  expect(preview.sources.map(({ state, code }) => [state, code])).toEqual([
    ['refused', 'other-workbook'],
    ['locked', 'wrong-passphrase'],
  ]);
  expect(preview.sources[0]?.sentence).toContain('“Test Partnership, 2026”');
  await Promise.all([facilitator.close(), police!.close(), stranger.close()]);
});

test('an officer begins with a packet, and everybody goes on from the same state after the hand-back', async () => {
  const facilitator = await testLaptop('Facilitator');
  await grade(facilitator, 3);
  const file = path.join(temporaryFolder(), 'minutes.txt');
  writeFileSync(file, 'Minutes of the meeting');
  const item = await facilitator.ask('add-evidence', { set: { title: 'Minutes' } });
  await facilitator.ask('attach-from-path', { evidence: item.entity.entityId, path: file });
  const officer = await testLaptop('Officer');
  await officer.ask('close-workbook', {});
  const folder = path.join(temporaryFolder(), 'from packet');
  const path_ = await facilitator.handOver({ passphrase: PASSPHRASE });
  const wrong = officer.ask('create-from-packet', {
    path: path_,
    folder,
    author: 'Officer',
    passphrase: 'not this one',
  });
  await expect(wrong).rejects.toMatchObject({ code: 'wrong-passphrase' });
  const { workbook } = await officer.ask('create-from-packet', {
    path: path_,
    folder,
    author: 'Officer',
    passphrase: PASSPHRASE.toUpperCase().replaceAll('-', ' '),
  });
  const original = await facilitator.ask('read-workbook', {});
  expect(workbook?.id).toBe(original.id);
  expect(workbook?.replica).not.toBe(original.replica);
  expect(workbook?.counts.notHandedOver).toBe(0);
  expect(await officer.ask('read-state', {})).toEqual(await facilitator.ask('read-state', {}));
  const view = await officer.ask('read-evidence', { evidence: item.entity.entityId });
  expect(view.attachments).toMatchObject([{ present: true }]);

  await grade(officer, 4);
  const hand = await officer.ask('read-hand-over', { part: { kind: 'since' } });
  expect(hand).toMatchObject({ changes: 1, attachments: 0 });
  await facilitator.consolidate(await officer.handOver({ part: { kind: 'since' } }));
  expect((await officer.ask('read-workbook', {})).counts.notHandedOver).toBe(0);
  expect(await officer.ask('read-state', {})).toEqual(await facilitator.ask('read-state', {}));
  await Promise.all([facilitator.close(), officer.close()]);
});

test('alike evidence is joined and parted again, and one partner’s part holds what is theirs', async () => {
  const laptop = await testLaptop('Facilitator');
  const { partners } = await laptop.ask('read-catalogue', {});
  const partner = partners[0]!.id;
  const target = { kind: 'outcome', id: 'opi2016/structural-1' } as const;
  const one = await laptop.ask('add-evidence', { set: { title: 'Survey', partner } });
  const two = await laptop.ask('add-evidence', { set: { title: 'The survey' }, links: [target] });
  const ids = [one.entity.entityId, two.entity.entityId] as const;
  const part = await laptop.ask('read-hand-over', { part: { kind: 'partner', partner } });
  expect(part.changes).toBe(1);
  const before = await laptop.ask('read-state', {});
  const { kept } = await laptop.ask('join-evidence', { evidence: ids[0], other: ids[1], joined: true });
  expect(kept).toBe([...ids].toSorted()[0]);
  expect((await laptop.ask('read-evidence', { evidence: kept })).links.length).toBe(1);
  await laptop.ask('undo', {});
  const parted = await laptop.ask('read-state', { lines: true });
  expect(parted.lines.some((line) => line.includes('"joined":[true]'))).toBe(false);
  expect(parted.conflicts).toBe(before.conflicts);
  await laptop.close();
});

async function verified(laptop: TestLaptop): Promise<readonly string[]> {
  const { job } = await laptop.ask('start-verification', {});
  return (await laptop.finish(job)).receipt?.notes ?? [];
}
