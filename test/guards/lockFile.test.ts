import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';
import * as z from 'zod';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ resolved: z.string().optional(), integrity: z.string().optional() }),
  ),
});

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies } = manifestSchema.parse(read('package.json'));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('the lock names no registry, and every package by its hash', () => {
  const { packages } = lockSchema.parse(read('package-lock.json'));
  const entries = Object.entries(packages).filter(([folder]) => folder !== '');
  expect(entries.length).toBeGreaterThan(300);
  expect(entries.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  expect(entries.filter(([, entry]) => entry.integrity === undefined).map(([folder]) => folder)).toEqual([]);
});
