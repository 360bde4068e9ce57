import { existsSync } from 'node:fs';
import path from 'node:path';

import { electronBinary } from '../../electron/launch/electronBinary.mjs';
import { findProgram } from './findProgram.ts';
import { inOwnNetwork, reasonForNoOwnNetwork } from './ownNetwork.ts';
import type { Command, Stage } from './stage.ts';

const browserNames = ['chromium', 'chromium-browser', 'google-chrome'];

/** The Chromium to test in: CHROMIUM_PATH where it is set, else the first one on the path; null when there is none. */
export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return browserNames.map(findProgram).find((program) => program !== null) ?? null;
}

/** Everything `npm test` does on this machine, in order: what is quick and tells most comes first. */
export function stages(projectFolder: string, reportFile: string): readonly Stage[] {
  const vitest = (project: string): Command => [
    'vitest',
    'run',
    '--config',
    'test/vitest.config.ts',
    `--project=${project}`,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ];
  const onScreen = (command: Command): Command => (hasScreen() ? command : ['xvfb-run', '-a', ...command]);
  const noBrowser = chromiumPath() === null ? 'no Chromium: install it or set CHROMIUM_PATH' : null;
  const noElectron = reasonForNoElectron(projectFolder);

  return [
    check('format', [['oxfmt', '--check', '.']]),
    check('lint', [['oxlint', '--type-aware', '--deny-warnings', '.']]),
    check(
      'types',
      ['shared', 'electron', 'renderer', 'test'].map((layer): Command => ['tsc', '-p', layer]),
    ),
    check('unused', [['knip', '--no-progress']]),
    { ...tests('guards', [vitest('guards')], null), runsAgain: false },
    tests('unit', [vitest('node')], null),
    tests('component', [vitest('component')], null),
    check('build', [['node', 'electron/build/main.ts']]),
    tests('e2e', [vitest('e2e')], noBrowser),
    tests('electron', [onScreen(vitest('electron'))], noElectron),
    {
      ...tests(
        'network',
        [inOwnNetwork(onScreen(vitest('network')))],
        noElectron ?? noBrowser ?? reasonForNoOwnNetwork(),
      ),
      // An attempt to reach the network may be rare, and must never be tried away.
      runsAgain: false,
    },
    tests('packaged', [['node', 'electron/build/package.ts'], onScreen(vitest('packaged'))], noElectron),
  ];
}

function check(name: string, commands: readonly Command[]): Stage {
  return { name, commands, countsTests: false, runsAgain: false, missing: null };
}

function tests(name: string, commands: readonly Command[], missing: string | null): Stage {
  return { name, commands, countsTests: true, runsAgain: true, missing };
}

function reasonForNoElectron(projectFolder: string): string | null {
  const dist = path.join(projectFolder, 'node_modules/electron/dist');
  if (!existsSync(dist) || electronBinary(projectFolder) === null)
    return 'no Electron: run `npx install-electron`';
  if (!hasScreen() && findProgram('xvfb-run') === null) return 'no screen for Electron: install xvfb';
  return null;
}

function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}
