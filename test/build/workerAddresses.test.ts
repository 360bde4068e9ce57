import { expect, test } from 'vitest';

import { besideMain } from '../../electron/build/workerAddresses.ts';
import { workerEntries } from '../../electron/build/workerEntries.ts';

test.each([
  ["new URL('./exportWorker.ts', import.meta.url)", "new URL('./exportWorker.cjs', import.meta.url)"],
  ['new URL("../excel/exportWorker.ts", import.meta.url)', "new URL('./exportWorker.cjs', import.meta.url)"],
  [
    "new URL(\n  '../excel/exportWorker.ts',\n  import.meta.url,\n)",
    "new URL('./exportWorker.cjs', import.meta.url)",
  ],
])('%s lies beside main.cjs in the build', (source, built) => {
  expect(besideMain(source)).toBe(built);
});

test.each(["new URL('./catalogue.json', import.meta.url)", "import { Worker } from './startWorker.ts';"])(
  '%s stays as it is',
  (source) => {
    expect(besideMain(source)).toBe(source);
  },
);

test('every worker of the core is an entry of its own', () => {
  const entries = workerEntries();
  expect(Object.keys(entries)).not.toEqual([]);
  for (const [name, file] of Object.entries(entries))
    expect(file).toMatch(new RegExp(`/electron/.*${name}\\.ts$`));
});
