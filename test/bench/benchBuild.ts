import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildCore } from '../../electron/build/buildCore.ts';
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
