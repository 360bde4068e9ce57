// `npm test`: installs when needed, then runs everything there is to check, on the Node 24 it installed.
// It starts on the machine's own Node (20 or newer), so this file is plain JavaScript.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { installWhenNeeded, nodeOf } from '../../electron/launch/installWhenNeeded.mjs';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

try {
  installWhenNeeded(projectFolder);
  const node = nodeOf(projectFolder);
  const result = spawnSync(node, ['test/run/runStages.ts', ...process.argv.slice(2)], {
    cwd: projectFolder,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${path.join(projectFolder, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
    },
  });
  process.exitCode = result.status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
