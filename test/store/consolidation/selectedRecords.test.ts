import { expect, test } from 'vitest';
import { consolidationLog } from '../../../electron/store/consolidation/consolidationLog.ts';
import { selectingRecords } from '../../../electron/store/consolidation/selectedRecords.ts';
import { sha256OfText } from '../../../electron/store/file/sha256.ts';
import { recordWriter } from '../../../electron/store/recordWriter.ts';
import { allAtOnce } from '../../../electron/store/steps.ts';
import { sealRecord } from '../../../shared/domain/sealRecord.ts';
import { addEvidence, makeSampleWorkbook, sampleRecord, withOpen } from '../sampleWorkbook.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

test('what is selected is what was there at that moment, in the order in which it came, whatever is written meanwhile', () => {
  const folder = temporaryFolder();
  makeSampleWorkbook(folder, 300);
  withOpen(folder, (database) => {
    const bodies = database
      .prepare<[], { body: string; hash: string }>('SELECT body, hash FROM change_record ORDER BY sequence')
      .all();
    const lines: string[] = [];
    for (const { line } of allAtOnce(selectingRecords(database, { kind: 'everything' })).records) {
      if (lines.length % 250 === 0) addEvidence(database, 1_000 + lines.length, 1_001 + lines.length);
      lines.push(line);
    }
    expect(lines).toEqual(bodies.map(({ body, hash }) => `${body.slice(0, -1)},"hash":"${hash}"}`));
  });
});

test('what came in with the last packet is not selected again as new, and what was sent still is', () => {
  const folder = temporaryFolder();
  makeSampleWorkbook(folder, 100);
  withOpen(folder, (database) => {
    const selected = (): readonly string[] =>
      [...allAtOnce(selectingRecords(database, { kind: 'since' })).records].map(({ id }) => id);
    const all = selected();
    const log = consolidationLog(database);
    log.noteShared(all.slice(0, 150));
    log.noteInLastPacket(all.slice(50, 100));
    // Sent on: it was received all the same.
    log.noteShared(all.slice(90, 120));
    expect(selected()).toEqual([...all.slice(0, 50), ...all.slice(100)]);
    expect(log.notHandedOver()).toBe(150);
  });
});

test('a partner is given its evidence, with its links, and what was written in its voice, and nothing else', () => {
  const folder = temporaryFolder();
  makeSampleWorkbook(folder, 1_200);
  withOpen(folder, (database) => {
    const of = (
      number: number,
      entity: string,
      entityId: string,
      set: Record<string, string>,
      voice = 'partnership',
    ) => {
      const { hash: _hash, ...content } = sampleRecord(number, entity, entityId, set);
      return { record: sealRecord({ ...content, voice }, sha256OfText) };
    };
    const isPolices = { partner: 'police-scotland' };
    recordWriter(database).write([
      of(900_001, 'evidence', 'evidence-3', isPolices),
      // Beyond the first thousand of each that is looked into at once.
      of(900_002, 'evidence', 'evidence-1150', isPolices),
      of(900_003, 'grade', '6.2@police-scotland', { grade: '4' }),
      of(900_005, 'settlement', 'settled-1', { about: 'grade 6.2@police-scotland', reason: 'Agreed' }),
      of(900_006, 'settlement', 'settled-2', { about: 'grade 6.2@housing', reason: 'Agreed' }),
      of(900_004, 'action', 'action-1', { title: 'Meet more often' }, 'police-scotland'),
    ]);
    const selected = selectingRecords(database, { kind: 'partner', partner: 'police-scotland' });
    const { records } = allAtOnce(selected);
    const entries = new Set(
      [...records].map(({ line }) => {
        const { entity, entityId }: { entity: string; entityId: string } = JSON.parse(line);
        return `${entity} ${entityId}`;
      }),
    );
    expect(entries).toEqual(
      new Set([
        'evidence evidence-3',
        `link evidence-3>outcome:outcome-${3 % 7}`,
        'evidence evidence-1150',
        `link evidence-1150>outcome:outcome-${1150 % 7}`,
        'grade 6.2@police-scotland',
        'settlement settled-1',
        'action action-1',
      ]),
    );
  });
});

test.each([
  { kind: 'everything' } as const,
  { kind: 'since' } as const,
  { kind: 'partner', partner: 'partnership' } as const,
])('$kind is measured as it is spelled, without being read', (selection) => {
  const folder = temporaryFolder();
  makeSampleWorkbook(folder, 800);
  withOpen(folder, (database) => {
    const shows = 'Ê'.repeat(3_000);
    recordWriter(database).write([{ record: sampleRecord(900_000, 'evidence', 'evidence-long', { shows }) }]);
    const { records, measure } = allAtOnce(selectingRecords(database, selection));
    const { count, bytes } = allAtOnce(measure());
    const lines = [...records].map(({ line }) => line);
    expect(lines.length).toBeGreaterThan(100);
    expect({ count, bytes }).toEqual({
      count: lines.length,
      bytes: Buffer.byteLength(lines.map((line) => `${line}\n`).join('')),
    });
  });
});
