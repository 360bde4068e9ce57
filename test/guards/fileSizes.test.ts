import { expect, test } from 'vitest';

import { sourceFiles } from './sourceFiles.ts';

const lineLimit = 300;

/** Data and migrations are as long as what they hold. */
const exempt = [/^shared\/frameworks\//, /^electron\/store\/migrations\//, /\/example\//];

test(`no file of code is longer than ${lineLimit} lines`, () => {
  const tooLong = sourceFiles()
    .filter((file) => !exempt.some((pattern) => pattern.test(file.path)))
    .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }))
    .filter((file) => file.lines > lineLimit)
    .map((file) => `${file.path}: ${file.lines} lines`);
  expect(tooLong).toEqual([]);
});
