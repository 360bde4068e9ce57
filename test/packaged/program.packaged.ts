import { readdirSync } from 'node:fs';
import path from 'node:path';

import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'vitest';

import { executable, unpackedFolder } from './packagedFolder.ts';
import { startPackagedProgram, until } from './packagedProgram.ts';

const archive = path.join(unpackedFolder, 'resources/app.asar');

/** What belongs into the program; anything else in it got there by mistake. */
const belongs = [
  /^\/package\.json$/,
  /^\/dist(\/[\w.-]+\.cjs)?$/,
  /^\/dist\/renderer(\/index\.html|\/assets(\/[\w.-]+\.(js|css|woff2?|svg|png))?)?$/,
  /^\/assets(\/|$)/,
  /^\/node_modules$/,
  /^\/node_modules\/better-sqlite3(\/(LICENSE|package\.json|lib(\/.*)?|build(\/Release)?|prebuilds))?$/,
  /^\/node_modules\/better-sqlite3\/(build\/Release|prebuilds)\/[\w-]+\.node$/,
];

test('the archive holds the built program and its one native module, and nothing of development', () => {
  const entries = listPackage(archive, { isPack: false }).map((entry) => entry.replaceAll('\\', '/'));
  expect(entries).toContain('/dist/main.cjs');
  expect(entries).toContain('/dist/preload.cjs');
  expect(entries).toContain('/dist/renderer/index.html');
  expect(entries.filter((entry) => !belongs.some((pattern) => pattern.test(entry)))).toEqual([]);
});

test('one native binary is in it, unpacked, and no app of Electron’s own', () => {
  const files = readdirSync(path.join(unpackedFolder, 'resources'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => file.endsWith('.node'))).toEqual([
    expect.stringMatching(/^app\.asar\.unpacked.+better-sqlite3.+\.node$/),
  ]);
  expect(files).not.toContain('default_app.asar');
});

test.each([
  ['RunAsNode', FuseV1Options.RunAsNode, FuseState.DISABLE],
  ['NODE_OPTIONS', FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  ['--inspect', FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  ['checking the archive', FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  ['loading nothing but the archive', FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  ['encrypted cookies', FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
] as const)('the fuse for %s is set', async (_name, fuse, state) => {
  const wire = await getCurrentFuseWire(path.join(unpackedFolder, executable));
  expect(wire[fuse]).toBe(state);
});

test('it starts with its sandbox, shows the first screen from inside itself and ends when its window is closed', async () => {
  const program = await startPackagedProgram(unpackedFolder, executable);
  try {
    const heading = await until('a heading on the page', async () => {
      const text = await program.page.evaluate("document.querySelector('h1')?.textContent ?? null");
      return typeof text === 'string' && text !== '' ? text : null;
    });
    expect(heading).not.toMatch(/cannot|can’t|problem/i);
    expect(await program.page.evaluate('location.href')).toMatch(/^app:\/\//);
    expect(await program.page.evaluate("'require' in globalThis || 'process' in globalThis")).toBe(false);
    expect(program.printed()).not.toMatch(/Error:|Cannot find module/);
    expect(await program.close()).toBe(0);
  } finally {
    await program.discard();
  }
});
