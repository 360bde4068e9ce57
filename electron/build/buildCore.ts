import path from 'node:path';

import { buildNodeEntries } from './buildNodeEntries.ts';
import { parsedCatalogue } from './parsedCatalogue.ts';
import { projectFolder } from './projectFolder.ts';
import { workerAddresses } from './workerAddresses.ts';
import { workerEntries } from './workerEntries.ts';

/** Builds the main process and the core's workers into `<outputFolder>/*.cjs`. */
export async function buildCore(outputFolder: string): Promise<void> {
  const main = path.join(projectFolder, 'electron/main.ts');
  await buildNodeEntries({ main, ...workerEntries() }, outputFolder, [workerAddresses(), parsedCatalogue()]);
}
