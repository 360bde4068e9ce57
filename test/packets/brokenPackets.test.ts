import { expect, test } from 'vitest';
import { temporaryFolder } from '../store/temporaryFolder.ts';
import { breakPackets } from './breakPackets.ts';
import { breakPacketsInTheProgram } from './breakPacketsInTheProgram.ts';

test('a broken or hostile packet is refused or read right, and leaves nothing behind', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647);
  console.info(`Packets are broken from seed ${seed}; repeat with SEED=${seed}`);
  const report = await breakPackets(temporaryFolder(), 60, seed);
  expect(report.wrong).toEqual([]);
  expect(report.refused).toBeGreaterThan(80);
  expect(report.slowestMilliseconds).toBeLessThan(10_000);
});

test('a broken packet leaves the folder of an open workbook as it was, byte for byte', async () => {
  const report = await breakPacketsInTheProgram(temporaryFolder(), 12, 2026, false);
  expect(report.wrong).toEqual([]);
  expect(report.refused).toBe(12);
});
