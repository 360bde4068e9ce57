import type { Plugin } from 'vite';

const workerAddress = /new URL\(\s*(['"])[^'"]*?(\w+Worker)\.ts\1\s*,\s*import\.meta\.url\s*,?\s*\)/g;

/**
 * Lets the core name a worker by its source, `new URL('./exportWorker.ts', import.meta.url)`, which Node runs as it is;
 * in the build every worker lies beside main.cjs and the address is changed to that.
 */
export function workerAddresses(): Plugin {
  return {
    name: 'worker-addresses',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts') || !code.includes('Worker.ts')) return null;
      return { code: besideMain(code), map: null };
    },
  };
}

/** The same code with every worker's address changed to the built file. */
export function besideMain(code: string): string {
  return code.replaceAll(workerAddress, "new URL('./$2.cjs', import.meta.url)");
}
