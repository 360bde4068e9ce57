import { expect, test } from 'vitest';
import { sourceFiles } from './sourceFiles.ts';

test('what the page remembers over its screens is forgotten after each test of a component', () => {
  const files = sourceFiles();
  const stores = files
    .filter(({ path }) => path.startsWith('renderer/'))
    .flatMap(({ text }) => [...text.matchAll(/^export const (\w+) = createStore/gm)].map(([, name]) => name));
  const forgotten = files.find(({ path }) => path === 'test/renderer/support/pageStores.ts')?.text ?? '';
  expect(stores.length).toBeGreaterThan(0);
  expect(stores.filter((name) => !forgotten.includes(`${name}: forgetting(${name})`))).toEqual([]);
});
