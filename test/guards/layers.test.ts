import { expect, test } from 'vitest';

import { importsOf } from './importsOf.ts';
import { layerBreaks } from './layerBreaks.ts';
import { layerTable } from './layerTable.ts';
import { sourceFiles } from './sourceFiles.ts';

const breaksOf = (path: string, text: string) => layerBreaks([{ path, text }]);

test('every file imports only what its layer allows', () => {
  const files = sourceFiles();
  expect(files.length).toBeGreaterThan(50);
  expect(layerBreaks(files)).toEqual([]);
});

test('every file outside test/ belongs to a layer', () => {
  const strays = sourceFiles()
    .map((file) => file.path)
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.startsWith('test/'))
    .filter((path) => !layerTable.some((layer) => path.startsWith(layer.path)));
  expect(strays).toEqual([]);
});

test.each([
  ['shared/domain/fold.ts', "import { readFileSync } from 'node:fs';"],
  ['shared/domain/fold.ts', "import { contract } from '../api/contract.ts';"],
  ['shared/api/client.ts', "import { main } from '../../electron/main.ts';"],
  ['electron/services/save.ts', "import { app } from 'electron';"],
  ['electron/services/save.ts', "import Database from 'better-sqlite3';"],
  ['electron/services/save.ts', "import type { Dispatcher } from '../ipc/dispatcher.ts';"],
  ['electron/ipc/dispatcher.ts', "import { openDatabase } from '../store/openDatabase.ts';"],
  ['electron/store/changeLog.ts', "const books = await import('exceljs/lib/doc/workbook.js');"],
  ['renderer/App.tsx', "import { readFileSync } from 'node:fs';"],
  ['renderer/App.tsx', "import { dispatcher } from '../electron/ipc/dispatcher.ts';"],
  ['electron/preload.ts', "import * as z from 'zod';"],
  ['electron/utilities/anything.ts', "import path from 'node:path';"],
])('refuses in %s: %s', (path, text) => {
  expect(breaksOf(path, text)).toHaveLength(1);
});

test.each([
  ['electron/store/changeLog.ts', "import Database from 'better-sqlite3';"],
  ['electron/excel/writer.ts', "import Workbook from 'exceljs/lib/doc/workbook.js';"],
  ['electron/shell/window.ts', "import { BrowserWindow } from 'electron';"],
  ['renderer/App.tsx', "import { client } from '../shared/api/client.ts';"],
])('allows in %s: %s', (path, text) => {
  expect(breaksOf(path, text)).toEqual([]);
});

test('sees imports over several lines, for their effect, re-exported and at run time', () => {
  const text = [
    "import {\n  one,\n  two,\n} from './a.ts';",
    "import './b.css';",
    "export { three } from '../c.ts';",
    "const d = await import('./d.ts');",
  ].join('\n');
  expect(importsOf({ path: 'renderer/state/x.ts', text })).toEqual([
    'renderer/state/a.ts',
    'renderer/state/b.css',
    'renderer/c.ts',
    'renderer/state/d.ts',
  ]);
});
