import { expect, test } from 'vitest';

import { forbiddenLines } from './forbiddenWords.ts';
import { sourceFiles } from './sourceFiles.ts';

const linesOf = (text: string) => forbiddenLines({ path: 'a.ts', text });
const disable = 'eslint' + '-disable-next-line';

test('nothing is left for later and no check is silenced without a reason', () => {
  const files = sourceFiles().filter((file) => !file.path.startsWith('test/guards/'));
  expect(files.flatMap(forbiddenLines)).toEqual([]);
});

test('a mark for later work is found with its place', () => {
  expect(linesOf(`const a = 1;\n// ${'TO' + 'DO'} later`)).toEqual([`a.ts:2 // ${'TO' + 'DO'} later`]);
});

test('a silenced check needs a reason after two dashes', () => {
  expect(linesOf(`// ${disable} no-console`)).toHaveLength(1);
  expect(linesOf(`// ${disable} no-console -- the terminal is this program's screen`)).toEqual([]);
});
