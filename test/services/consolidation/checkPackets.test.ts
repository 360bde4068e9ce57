import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedPackets } from '../../../electron/services/consolidation/checkedPackets.ts';
import { checkPackets } from '../../../electron/services/consolidation/checkPackets.ts';
import { openStaging, stagedRecords } from '../../../electron/store/consolidation/stagedRecords.ts';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { samplePacket } from '../../packets/samplePacket.ts';
import { makeSampleWorkbook, sampleRecord } from '../../store/sampleWorkbook.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';

const seed = Number(process.env['PROPERTY_SEED'] ?? 2_026);

/** Some of them are in the workbook, some contradict it or each other, some are alone in their entry. */
const changes = Array.from({ length: 24 }, (_, number) =>
  number < 6
    ? sampleRecord(number * 4 + 1, 'evidence', `evidence-${number}`, {
        title: `Survey ${number}`,
        shows: 'It shows. '.repeat(20),
      })
    : sampleRecord(1_000 + number, 'evidence', `evidence-${number % 8}`, { title: `Title ${number % 5}` }),
);

const forged = sampleRecord(1_010, 'evidence', 'evidence-2', { title: 'Another one under the same number' });

async function check(packets: readonly (readonly ChangeRecord[])[]): Promise<{
  readonly found: CheckedPackets;
  readonly staged: readonly string[];
  readonly sources: readonly number[];
}> {
  const folder = temporaryFolder();
  const workbook = path.join(folder, 'workbook');
  makeSampleWorkbook(workbook, 4);
  const snapshot = path.join(folder, 'snapshot.sqlite');
  copyFileSync(path.join(workbook, 'workbook.sqlite'), snapshot);
  const sources: { path: string; name: string }[] = [];
  for (const [index, records] of packets.entries()) {
    const { file } = await samplePacket(folder, { records, attachments: [] });
    sources.push({ path: file, name: `packet ${index}.cjpacket` });
  }
  const work = path.join(folder, 'work');
  mkdirSync(work);
  const found = await checkPackets(
    {
      sources,
      passphrases: [],
      workbook: { id: 'sample-workbook', partnership: 'Test Partnership', round: '2026' },
      folder: work,
      attachments: path.join(workbook, 'attachments'),
    },
    Promise.resolve(snapshot),
    () => {},
  );
  const staging = openStaging(path.join(work, 'staged.sqlite'));
  const staged = [...stagedRecords(staging).toTakeIn()].map(({ id }) => id).toSorted();
  const of = [...stagedRecords(staging).all()].flatMap((record) => record.sources);
  staging.close();
  return { found, staged, sources: [...new Set(of)].toSorted((left, right) => left - right) };
}

const ids = (records: readonly ChangeRecord[]): readonly string[] =>
  [...new Set(records.map(({ id }) => id))].toSorted();

describe('packets that are checked together', () => {
  it('say each what they would do alone, and hold every change once', async () => {
    const packet = fc.subarray(changes, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(packet, { minLength: 1, maxLength: 4 }), async (packets) => {
        const { found, staged } = await check(packets);
        expect(staged).toEqual(ids(packets.flat()));
        for (const [index, records] of packets.entries()) {
          const alone = await check([records]);
          const [only] = alone.found.sources;
          expect(found.sources[index]?.counts).toEqual(only?.counts);
          expect(found.sources[index]?.state).toBe(only?.state);
        }
        const whole = await check([[...new Set(packets.flat())]]);
        expect(found.total).toEqual(whole.found.total);
      }),
      { seed, numRuns: 12 },
    );
  });

  it('leave nothing of one that is refused, whatever it shares with the others', async () => {
    const [first, second] = [changes.slice(4, 12), changes.slice(8, 16)];
    const without = await check([first, second]);
    const refused = [...changes.slice(2, 10), forged, ...changes.slice(20)];
    const { found, staged, sources: left } = await check([first, refused, second]);
    expect(found.sources.map(({ state }) => state)).toEqual(['ready', 'refused', 'ready']);
    expect(staged).toEqual(without.staged);
    expect(left).toEqual([0, 2]);
    expect(found.total).toEqual(without.found.total);
    expect(found.differences).toEqual(without.found.differences);
  });
});
