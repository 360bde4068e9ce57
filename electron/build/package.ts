// `npm run package`: the unpacked program in out/, made with the Electron that is on this machine.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { projectFolder } from './projectFolder.ts';

const electronDist = path.join(projectFolder, 'node_modules/electron/dist');
const versionFile = path.join(electronDist, 'version');
const outputFolder = path.join(projectFolder, 'out');

function runNode(script: string, scriptArguments: readonly string[]): void {
  const result = spawnSync(process.execPath, [script, ...scriptArguments], {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    // A certificate found on the machine must not end up under a test build.
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  });
  if (result.status !== 0)
    throw new Error(`${path.basename(script)} ended with ${result.status ?? result.signal}`);
}

if (!existsSync(versionFile)) {
  console.error('There is no Electron to package: run `npx install-electron` first.');
  process.exit(1);
}
const electronVersion = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');

runNode('electron/build/main.ts', []);
rmSync(outputFolder, { recursive: true, force: true });
runNode('node_modules/electron-builder/cli.js', [
  '--dir',
  '--publish=never',
  `-c.electronDist=${electronDist}`,
  `-c.electronVersion=${electronVersion}`,
]);
