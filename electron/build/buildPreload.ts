import path from 'node:path';

import { buildNodeEntries } from './buildNodeEntries.ts';
import { projectFolder } from './projectFolder.ts';

/** Builds the preload apart from the core: a sandboxed preload is one file and can require no chunk. */
export async function buildPreload(outputFolder: string): Promise<void> {
  await buildNodeEntries({ preload: path.join(projectFolder, 'electron/preload.ts') }, outputFolder, []);
}
