import { expect, test } from 'vitest';

import { importsOf } from './importsOf.ts';
import { sourceFiles } from './sourceFiles.ts';

const files = new Map(sourceFiles().map((file) => [file.path, file]));

/** Types are gone in the script, and what `import()` names is loaded later. */
const withoutLater = (text: string): string =>
  text.replaceAll(/^import type [^;]*;/gm, '').replaceAll(/\bimport\([^)]*\)/g, '');

/** Everything that is in the first script of the page: files of ours and packages. */
function firstScript(): ReadonlySet<string> {
  const reached = new Set(['renderer/main.tsx']);
  // A set hands out what is added to it on the way.
  for (const reachedPath of reached) {
    const file = files.get(reachedPath);
    if (file === undefined) continue;
    for (const imported of importsOf({ ...file, text: withoutLater(file.text) })) reached.add(imported);
  }
  return reached;
}

test('the page starts with the overview and without any schema', () => {
  const first = firstScript();
  expect(first).toContain('renderer/screens/overview/OverviewScreen.tsx');
  expect(first).not.toContain('renderer/FurtherRoutes.tsx');
  expect([...first].filter((imported) => imported === 'zod' || imported.startsWith('zod/'))).toEqual([]);
});
