import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIfThere } from '../../store/readIfThere.ts';
import { checked, ended, known, PASSPHRASE, twoPackets } from './twoPackets.ts';

const empty = { check: null, consolidation: null, undoing: null, typedPaths: '' };

describe('the desk, for a page that is loaded anew', () => {
  it('is told with what was added, what was left out and the passphrase that was typed', async () => {
    const { running, plain, secret } = await twoPackets();
    expect(await running.call('read-desk', {})).toEqual(empty);
    const first = await checked(running, { paths: [secret], passphrases: [PASSPHRASE] });
    const second = await checked(running, { again: first.job, paths: [plain] });
    const [left] = second.preview.sources;
    const third = await checked(running, { again: second.job, leaveOut: [left?.path ?? ''] });
    const { check } = await running.call('read-desk', {});
    expect(check).toBe(third.job);
    // Put back, the locked one needs no passphrase again.
    const { preview } = await checked(running, { again: check ?? '', paths: [secret] });
    expect(preview.sources.map(({ name, state }) => [name, state])).toEqual([
      ['one not encrypted.cjpacket', 'ready'],
      ['two.cjpacket', 'ready'],
    ]);
    await running.shutdown();
  });

  it('goes on with a taking in and with its undoing, until the desk is cleared', async () => {
    const { running, plain } = await twoPackets();
    const { job: check, preview } = await checked(running, { paths: [plain] });
    const { job } = await running.call('start-consolidation', { preview: preview.preview });
    // Answered at once: a page that comes now need not wait for the end to see how far it is.
    expect(await running.call('read-desk', {})).toEqual({ ...empty, check, consolidation: job });
    await ended(running, job);
    expect(await running.call('read-desk', {})).toEqual({ ...empty, check, consolidation: job });
    const undoing = await running.call('start-undo-consolidation', {});
    await ended(running, undoing.job);
    expect(await running.call('read-desk', {})).toEqual({ ...empty, undoing: undoing.job });
    const again = await checked(running, { paths: [plain] });
    expect(await running.call('read-desk', {})).toEqual({ ...empty, check: again.job });
    await running.call('discard-consolidation-preview', {});
    expect(await running.call('read-desk', {})).toEqual(empty);
    await running.shutdown();
  });

  it('is empty in a workbook that was closed and opened again', async () => {
    const { running, plain, folder } = await twoPackets();
    await checked(running, { paths: [plain] });
    await running.call('close-workbook', {});
    expect(await running.call('read-desk', {})).toEqual(empty);
    await running.call('open-workbook', { folder });
    expect(await running.call('read-desk', {})).toEqual(empty);
    await running.shutdown();
  });

  it('keeps the paths that are being typed until files are laid out, or the desk is cleared', async () => {
    const { running, plain } = await twoPackets();
    const typed = async () => (await running.call('read-desk', {})).typedPaths;
    await running.call('keep-typed-paths', { text: '/media/stick/one.cj' });
    await running.call('keep-typed-paths', { text: '/media/stick/one.cjpacket\n' });
    expect(await typed()).toBe('/media/stick/one.cjpacket\n');
    await checked(running, { paths: [plain] });
    expect(await typed()).toBe('');
    await running.call('keep-typed-paths', { text: plain });
    await running.call('discard-consolidation-preview', {});
    expect(await typed()).toBe('');
    await running.shutdown();
  });

  it('keeps passphrases in memory alone', async () => {
    const { running, secret, folder } = await twoPackets();
    await checked(running, { paths: [secret], passphrases: [PASSPHRASE] });
    await known(running);
    const files = [folder, running.dataFolder].flatMap((place) =>
      readdirSync(place, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    );
    expect(files.length).toBeGreaterThan(1);
    // A backup may be given its name meanwhile.
    for (const file of files) expect(readIfThere(file)?.includes(PASSPHRASE) ?? false).toBe(false);
    await running.shutdown();
  });
});
