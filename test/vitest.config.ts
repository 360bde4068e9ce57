import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/**
 * In milliseconds; for what takes half a minute where nothing else runs, on a computer that is slower and busy. Nothing but a
 * test that hangs ever waits so long.
 */
const LONGEST = 180_000;

/** What a program does, a busy machine may be long in doing; the second that polling waits by itself is for pure code. */
const patiently = { timeout: 30_000 } as const;

/** The kinds of test. `npm test` runs them one after the other; an editor may run any by its name. */
export default defineConfig({
  root,
  test: {
    // 1 GB and two cores is what a small CI machine has.
    maxWorkers: 2,
    projects: [
      {
        root,
        test: {
          name: 'guards',
          include: ['test/guards/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        root,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/guards/**'],
          environment: 'node',
          setupFiles: ['test/setup/sharedTypeStripping.ts'],
          testTimeout: LONGEST,
          hookTimeout: LONGEST,
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: 'component',
          include: ['test/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['test/setup/component.ts'],
          // Starting a DOM for every file costs far more than the tests; setup/component.ts cleans up between them.
          isolate: false,
          css: false,
          testTimeout: LONGEST,
          hookTimeout: LONGEST,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          environment: 'node',
          setupFiles: ['test/setup/sharedTypeStripping.ts'],
          fileParallelism: false,
          expect: { poll: patiently },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'electron',
          include: ['test/electron/**/*.electron.ts'],
          environment: 'node',
          setupFiles: ['test/setup/sharedTypeStripping.ts'],
          fileParallelism: false,
          expect: { poll: patiently },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        root,
        test: {
          name: 'network',
          include: ['test/network/**/*.network.ts'],
          environment: 'node',
          setupFiles: ['test/setup/sharedTypeStripping.ts'],
          fileParallelism: false,
          expect: { poll: patiently },
          testTimeout: 90_000,
          hookTimeout: 180_000,
          // A program now and then stands still in the tracer. Only that is tried again: an attempt that was seen is not.
          retry: { count: 2, condition: /timed out|had not ended/ },
        },
      },
      {
        root,
        test: {
          name: 'packaged',
          include: ['test/packaged/**/*.packaged.ts'],
          environment: 'node',
          setupFiles: ['test/setup/sharedTypeStripping.ts'],
          fileParallelism: false,
          expect: { poll: patiently },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
