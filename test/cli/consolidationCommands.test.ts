import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { runCommandLine } from '../../electron/cli/runCommandLine.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';

type Ran = { readonly status: number; readonly result: string; readonly message: string };

function laptop(root: string): (...words: readonly string[]) => Promise<Ran> {
  return async (...words) => {
    let result = '';
    let message = '';
    const status = await runCommandLine(words, {
      dataFolder: path.join(root, 'data'),
      result: (text) => (result += text),
      message: (text) => (message += text),
    });
    return { status, result, message };
  };
}

const stateSchema = z.object({ sha256: z.string(), conflicts: z.number() });
const stateOf = async (run: ReturnType<typeof laptop>, folder: string) =>
  stateSchema.parse(JSON.parse((await run('state', folder)).result));

it('two workbooks come to one state from the terminal, and back', { timeout: 240_000 }, async () => {
  const root = temporaryFolder();
  const run = laptop(root);
  const [ours, theirs] = [path.join(root, 'ours'), path.join(root, 'theirs')];
  const packet = path.join(root, 'packet.cjpacket');
  const words = path.join(root, 'passphrase.txt');
  const grade = (value: number): string => {
    const file = path.join(root, `grade-${value}`);
    const input = { qualityIndicator: 'ci2016/6.2', set: { grade: value } };
    writeFileSync(file, JSON.stringify({ operation: 'set-grade', input }));
    return file;
  };
  await run(
    'new',
    '--into',
    ours,
    '--partnership',
    'West Shire',
    '--round',
    '2026',
    '--author',
    'Facilitator',
  );

  const made = await run('hand-over', ours, '--to', packet);
  writeFileSync(words, /Passphrase, kept nowhere: (\S+)/.exec(made.message)?.[1] ?? '');
  const from = ['new-from-packet', '--packet', packet, '--into', theirs, '--passphrase-file', words] as const;
  expect((await run(...from, '--author', 'Officer')).status).toBe(0);
  expect(await stateOf(run, theirs)).toEqual(await stateOf(run, ours));

  await run('apply', ours, '--operations', grade(3));
  await run('apply', theirs, '--operations', grade(5));
  const misnamed = await run('hand-over', theirs, '--to', path.join(root, 'plain.cjpacket'), '--plain');
  expect([misnamed.status, existsSync(path.join(root, 'plain.cjpacket'))]).toEqual([1, false]);
  const plain = path.join(root, 'theirs not encrypted.cjpacket');
  expect((await run('hand-over', theirs, '--to', plain, '--plain', '--since-last')).status).toBe(0);

  const before = await stateOf(run, ours);
  expect((await run('consolidate', ours, plain, '--preview')).message).toContain('1 field to settle');
  expect(await stateOf(run, ours)).toEqual(before);
  expect((await run('consolidate', ours, plain)).status).toBe(0);
  expect(JSON.parse((await run('conflicts', ours)).result)).toMatchObject({
    total: 1,
    conflicts: [{ field: 'grade', values: [{ value: 3 }, { value: 5 }] }],
  });
  expect((await run('undo-consolidation', ours)).status).toBe(0);
  expect(await stateOf(run, ours)).toEqual(before);
  expect((await run('verify', ours)).status).toBe(0);
  expect((await run('consolidate', ours, path.join(root, 'nothing.cjpacket'))).status).toBe(1);
  expect((await run('consolidate', ours)).status).toBe(2);
});

it('a partner is known by its name in any case, and an unknown one is refused', async () => {
  const root = temporaryFolder();
  const run = laptop(root);
  const folder = path.join(root, 'workbook');
  await run('new', '--into', folder, '--partnership', 'West Shire', '--round', '2026');
  const packet = path.join(root, 'police not encrypted.cjpacket');
  const handOver = ['hand-over', folder, '--to', packet, '--plain', '--partner'] as const;
  const returnCopy = [
    'return-copy',
    folder,
    '--to',
    path.join(root, 'to fill in.xlsx'),
    '--partner',
  ] as const;
  for (const command of [handOver, returnCopy]) {
    expect((await run(...command, 'POLICE scotland')).status).toBe(0);
    expect((await run(...command, 'Nobody')).message).toMatch(
      /no partner called “Nobody”\. There are: .*“Police Scotland/,
    );
  }
  const both = await run(...handOver, 'Police Scotland', '--since-last', '--replace');
  expect([both.status, both.message]).toEqual([1, expect.stringContaining('not both')]);
});
