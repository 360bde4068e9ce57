import { mkdirSync } from 'node:fs';
import path from 'node:path';

import type { BrowserContextOptions } from 'playwright-core';

import { goTo } from './support/goTo.ts';
import { LAPTOP, LAPTOP_AT_200, LAPTOP_AT_400, openApp } from './support/openApp.ts';

/**
 * Pictures of every screen of the example, to look at: on the laptop, at 200 % and 400 % zoom, and in forced colours.
 *
 * `node test/e2e/takeScreenshots.ts FOLDER`, after `npm run build`.
 */
const screens = {
  overview: '/overview',
  question: `/walk/${encodeURIComponent('ci2016/6.2/p2')}`,
  grade: `/walk/${encodeURIComponent('ci2016/6.2')}`,
  evidence: '/evidence',
  outcomes: '/outcomes',
  matrix: '/matrix/quality-indicator',
  search: '/search',
  history: '/history',
  export: '/share/export',
  'backups-and-check': '/share/safekeeping',
  'hand-over': '/share/hand-over',
  'to-fill-in': '/share/to-fill-in',
  'bring-together': '/bring-together',
  'to-settle': '/bring-together/to-settle',
  'looks-alike': '/bring-together/looks-alike',
  'hand-back': '/bring-together/hand-back',
  frameworks: '/frameworks',
  settings: '/settings',
  help: '/help',
} as const;

const windows: Readonly<Record<string, BrowserContextOptions>> = {
  laptop: { viewport: LAPTOP },
  'zoom-200': { viewport: LAPTOP_AT_200 },
  'zoom-400': { viewport: LAPTOP_AT_400 },
  'forced-colours': { viewport: LAPTOP, forcedColors: 'active' },
};

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say into which folder: node test/e2e/takeScreenshots.ts FOLDER');
mkdirSync(folder, { recursive: true });

const app = await openApp();
try {
  await app.page.screenshot({ path: path.join(folder, 'start-laptop.png') });
  await app.call('open-example', {});
  await app.call('set-grade', { qualityIndicator: 'ci2016/6.2', set: { grade: 4 } });
  for (const [windowName, options] of Object.entries(windows)) {
    const page = await app.openWindow(options);
    for (const [screenName, address] of Object.entries(screens)) {
      await goTo(page, address);
      const fullPage = windowName.startsWith('zoom');
      await page.screenshot({ path: path.join(folder, `${screenName}-${windowName}.png`), fullPage });
    }
    await page.close();
  }
} finally {
  await app.stop();
}
