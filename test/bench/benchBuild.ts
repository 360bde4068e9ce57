import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildCore } from '../../electron/build/buildCore.ts';
import { buildNodeEntries } from '../../electron/build/buildNodeEntries.ts';
import { parsedCatalogue } from '../../electron/build/parsedCatalogue.ts';
import { workerAddresses } from '../../electron/build/workerAddresses.ts';
import { workerEntries } from '../../electron/build/workerEntries.ts';
import { buildPreload } from '../../electron/build/buildPreload.ts';
import { buildRenderer } from '../../electron/build/buildRenderer.ts';
import { projectFolder } from '../../electron/build/projectFolder.ts';

/** Builds the program as it stands into `folder`, so that no older build in `dist/` is measured by mistake. */
export async function buildForBench(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await buildCore(folder);
  await buildPreload(folder);
  await buildRenderer(path.join(folder, 'renderer'));
  for (const part of ['assets', 'node_modules'])
    symlinkSync(path.join(projectFolder, part), path.join(folder, part));
  const described: unknown = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));
  if (typeof described !== 'object' || described === null)
    throw new Error('package.json describes the program');
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ ...described, type: 'commonjs', main: 'main.cjs' }),
  );
}

/**
 * Builds the core and its threads, without windows, into `folder`, and answers the file to import: people run the program
 * built, where a thread starts in a quarter of the time that its sources take. Nothing is loaded while a floor is timed.
 */
export async function buildCoreForBench(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const startCore = path.join(import.meta.dirname, 'startCore.ts');
  await buildNodeEntries({ startCore, ...workerEntries() }, folder, [workerAddresses(), parsedCatalogue()]);
  symlinkSync(path.join(projectFolder, 'node_modules'), path.join(folder, 'node_modules'));
  return path.join(folder, 'startCore.cjs');
}
