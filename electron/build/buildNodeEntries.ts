import { build, type Plugin } from 'vite';

import { projectFolder } from './projectFolder.ts';

/** What a bundle may still ask for at run time: Electron itself and the one native module. */
const notBundled = ['electron', 'original-fs', 'better-sqlite3'];

/**
 * Bundles entries (name → file) for Electron's Node into `<outputFolder>/<name>.cjs`.
 * CommonJS, and nothing younger than Node 18: Electron 25 loads it as well as Electron 45.
 */
export async function buildNodeEntries(
  entries: Readonly<Record<string, string>>,
  outputFolder: string,
  plugins: readonly Plugin[],
): Promise<void> {
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'warn',
    publicDir: false,
    plugins: [...plugins],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node18',
      outDir: outputFolder,
      emptyOutDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { ...entries },
        external: notBundled,
        platform: 'node',
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          // Beside the entries, so that an address relative to a chunk is also relative to main.cjs.
          chunkFileNames: '[name]-[hash].cjs',
          // Names stay: a stack trace in the log must say where it came from.
          minify: { mangle: false, compress: true, codegen: true },
        },
      },
    },
  });
}
