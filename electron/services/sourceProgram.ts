import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Ports } from './ports.ts';

/** The program as it lies in its repository, run by Node from its sources: for the browser host, scripts and tests. */
export type SourceProgram = Pick<Ports, 'appVersion' | 'assetsFolder' | 'workerPath'> & {
  /** The built page; it is there after a build. */
  readonly pageFolder: string;
};

/** Where the parts of the program are. Never reached in a packaged program, whose parts lie elsewhere. */
export function sourceProgram(): SourceProgram {
  const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
  const core = path.join(projectFolder, 'electron');
  const sources = readdirSync(core, { recursive: true, encoding: 'utf8' });
  return {
    appVersion: versionIn(path.join(projectFolder, 'package.json')),
    assetsFolder: path.join(projectFolder, 'assets'),
    pageFolder: path.join(projectFolder, 'dist', 'renderer'),
    workerPath: (name) => {
      const worker = sources.find((source) => path.basename(source) === `${name}.ts`);
      if (worker === undefined) throw new Error(`There is no worker called ${name}`);
      return path.join(core, worker);
    },
  };
}

function versionIn(manifestFile: string): string {
  const manifest: unknown = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return typeof version === 'string' ? version : '';
}
