import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runCommandLine } from '../../electron/cli/runCommandLine.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';

it(
  'a rehearsal is made, brought together and handed back from the terminal',
  { timeout: 240_000 },
  async () => {
    const root = temporaryFolder();
    const folder = path.join(root, 'rehearsal');
    const back = path.join(root, 'back');
    mkdirSync(back);
    const said: string[] = [];
    const run = (...words: readonly string[]) =>
      runCommandLine(words, {
        dataFolder: path.join(root, 'data'),
        result: () => {},
        message: (text) => said.push(text),
      });
    expect(await run('hand-back', folder, '--to', back)).toBe(1);
    expect(await run('rehearsal', '--into', folder)).toBe(0);
    expect(await run('hand-back', folder, '--to', back)).toBe(1);
    expect(said.join('')).toContain('there is nobody to hand back to');
    const files = readdirSync(path.join(folder, 'rehearsal')).map((name) =>
      path.join(folder, 'rehearsal', name),
    );
    expect(files).toHaveLength(5);
    expect(await run('consolidate', folder, ...files)).toBe(0);
    expect(await run('hand-back', folder, '--to', back)).toBe(0);
    expect(said.join('')).toMatch(/Passphrase, kept nowhere: \S+/);
    const endings = readdirSync(back).map((name) => path.extname(name));
    expect(endings.toSorted()).toEqual([
      '.cjpacket',
      '.cjpacket',
      '.cjpacket',
      '.docx',
      '.docx',
      '.docx',
      '.docx',
    ]);
  },
);
