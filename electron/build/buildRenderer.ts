import path from 'node:path';

import react from '@vitejs/plugin-react';
import { build } from 'vite';

import { projectFolder } from './projectFolder.ts';

/**
 * Builds the page. It fits a Content-Security-Policy without `unsafe-inline` and without `data:` scripts, and its
 * addresses are relative, so that app:// and a loopback address serve the same files.
 */
export async function buildRenderer(outputFolder: string): Promise<void> {
  await build({
    configFile: false,
    root: path.join(projectFolder, 'renderer'),
    base: './',
    logLevel: 'warn',
    publicDir: false,
    plugins: [react()],
    build: {
      target: 'chrome114',
      outDir: outputFolder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      // The polyfill would fetch; the policy forbids it and Chromium needs none.
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2048,
    },
  });
}
