import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { isInstalled, nodeOf } from '../../electron/launch/installWhenNeeded.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'install-when-needed-'));
  mkdirSync(path.join(folder, 'node_modules'));
  mkdirSync(path.dirname(nodeOf(folder)), { recursive: true });
  writeFileSync(nodeOf(folder), '');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const zod = { version: '4.6.7', integrity: 'sha512-a' };
const otherPlatform = { version: '1.0.0', integrity: 'sha512-b', optional: true };

function write(lock: object, present: object): void {
  const project = { '': { name: 'project' } };
  writeFileSync(
    path.join(folder, 'package-lock.json'),
    JSON.stringify({ packages: { ...project, ...lock } }),
  );
  writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }));
}

test('packages that are all there in their versions are installed', () => {
  write({ 'node_modules/zod': zod }, { 'node_modules/zod': zod });
  expect(isInstalled(folder)).toBe(true);
});

test('a package left out because it is for another platform does not count as missing', () => {
  write({ 'node_modules/zod': zod, 'node_modules/x-win32': otherPlatform }, { 'node_modules/zod': zod });
  expect(isInstalled(folder)).toBe(true);
});

test.each([
  ['is missing', {}],
  ['has another version', { 'node_modules/zod': { ...zod, version: '4.6.6' } }],
  ['has another content', { 'node_modules/zod': { ...zod, integrity: 'sha512-c' } }],
])('a package that %s has to be installed', (_how, present) => {
  write({ 'node_modules/zod': zod }, present);
  expect(isInstalled(folder)).toBe(false);
});

test('an installation that was interrupted before its own record was written counts for nothing', () => {
  write({ 'node_modules/zod': zod }, { 'node_modules/zod': zod });
  rmSync(path.join(folder, 'node_modules/.package-lock.json'));
  expect(isInstalled(folder)).toBe(false);
});

test('without the Node it brings nothing is installed', () => {
  write({ 'node_modules/zod': zod }, { 'node_modules/zod': zod });
  rmSync(nodeOf(folder));
  expect(isInstalled(folder)).toBe(false);
});
