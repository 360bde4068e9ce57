import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

const folders = ['.ci', 'assets', 'docs', 'electron', 'renderer', 'shared', 'test'];
const made = ['.git', 'node_modules', 'dist', 'out'];

test('the top level holds the folders of the architecture and no others', () => {
  const present = readdirSync(fileURLToPath(new URL('../..', import.meta.url)), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(present.filter((name) => !folders.includes(name) && !made.includes(name))).toEqual([]);
});
