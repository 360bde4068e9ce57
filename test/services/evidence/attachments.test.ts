import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';

describe('files on evidence', () => {
  it('come back as they were, dropped in pieces', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    const content = Buffer.from('A line of minutes.\n'.repeat(5_000));
    let token: string | null = null;
    for (let from = 0; from < content.length; from += 20_000) {
      const staged: { token: string } = await running.call('stage-bytes', {
        token,
        base64: content.subarray(from, from + 20_000).toString('base64'),
      });
      token = staged.token;
    }
    const saved = await running.call('attach-staged', {
      evidence: survey,
      token: token ?? '',
      name: 'minutes.txt',
    });
    const { attachments } = await running.call('read-evidence', { evidence: survey });
    expect(attachments).toMatchObject([
      { name: 'minutes.txt', bytes: content.length, present: true, alsoOn: [] },
    ]);
    const target = path.join(temporaryFolder(), 'copy.txt');
    await running.call('save-attachment-copy', { attachment: saved.entity.entityId, path: target });
    expect(readFileSync(target).equals(content)).toBe(true);
  });

  it('are never copied over a file that nobody was asked about, nor into the workbook’s own folder', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    const source = path.join(temporaryFolder(), 'notes.txt');
    writeFileSync(source, 'Notes');
    const { entity } = await running.call('attach-from-path', { evidence: survey, path: source });
    const save = (target: string) =>
      running.call('save-attachment-copy', { attachment: entity.entityId, path: target });
    writeFileSync(source, 'Something else since');
    await expect(save(source)).rejects.toMatchObject({ code: 'already-exists' });
    expect(readFileSync(source, 'utf8')).toBe('Something else since');
    const { folder } = await running.call('read-workbook', {});
    for (const name of ['copy.txt', '..copy.txt', 'attachments/copy.txt']) {
      await expect(save(path.join(folder, name))).rejects.toMatchObject({ code: 'unsafe-folder' });
    }
    running.dialogAnswers.savePath = path.join(folder, 'workbook.sqlite');
    await expect(running.call('save-attachment-copy', { attachment: entity.entityId })).rejects.toMatchObject(
      { code: 'unsafe-folder' },
    );
  });

  it('are taken off without leaving anything to settle, and undo puts them on again', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    const source = path.join(temporaryFolder(), 'notes.txt');
    writeFileSync(source, 'Notes');
    const { entity } = await running.call('attach-from-path', { evidence: survey, path: source });
    const { entityId } = entity;
    const files = async () => (await running.call('read-evidence', { evidence: survey })).attachments;
    await running.call('edit', { entity: 'attachment', entityId, set: { deleted: true } });
    expect(await files()).toEqual([]);
    expect((await running.call('list-conflicts', {})).total).toBe(0);
    await running.call('undo', {});
    expect(await files()).toMatchObject([{ name: 'notes.txt', bytes: 5 }]);
    await running.call('redo', {});
    expect(await files()).toEqual([]);
  });

  it('are noticed when the same file is on other evidence already', async () => {
    const running = await runningWorkbook();
    const first = await add(running, { title: 'Survey' });
    const second = await add(running, { title: 'Report' });
    const source = path.join(temporaryFolder(), 'notes.txt');
    writeFileSync(source, 'The same notes');
    await running.call('attach-from-path', { evidence: first, path: source });
    await running.call('attach-from-path', { evidence: second, path: source });
    const view = await running.call('read-evidence', { evidence: second });
    expect(view.attachments[0]?.alsoOn).toEqual([{ evidenceId: first, title: 'Survey' }]);
    expect(view.alike).toEqual([{ evidenceId: first, title: 'Survey', why: 'The same file is attached.' }]);
  });

  it('that are chosen are taken one by one: a refused one does not stop the others', async () => {
    const running = await runningWorkbook();
    const survey = await add(running, { title: 'Survey' });
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'program.exe'), 'MZ');
    writeFileSync(path.join(folder, 'notes.txt'), 'Notes');
    running.dialogAnswers.files = [path.join(folder, 'program.exe'), path.join(folder, 'notes.txt')];
    const { attached, refused } = await running.call('choose-attachments', { evidence: survey });
    expect(attached).toHaveLength(1);
    expect(refused).toEqual([expect.stringContaining('program.exe was not attached')]);
  });

  it.each(['electron', 'browser'] as const)('can’t be read by their path from a page (%s)', async (host) => {
    const running = await runningWorkbook({ host });
    const survey = await add(running, { title: 'Survey' });
    await expect(
      running.call('attach-from-path', { evidence: survey, path: '/etc/hostname' }),
    ).rejects.toMatchObject({ code: 'not-here' });
  });
});

async function add(running: RunningWorkbook, set: Record<string, string>): Promise<string> {
  const { entity } = await running.call('edit', { entity: 'evidence', set });
  return entity.entityId;
}
