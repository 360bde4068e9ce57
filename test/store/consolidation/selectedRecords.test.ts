import { expect, test } from 'vitest';
import { consolidationLog } from '../../../electron/store/consolidation/consolidationLog.ts';
import { selectRecords } from '../../../electron/store/consolidation/selectedRecords.ts';
import { addEvidence, makeSampleWorkbook, withOpen } from '../sampleWorkbook.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

test('what is selected is what was there at that moment, in the order in which it came, whatever is written meanwhile', () => {
  const folder = temporaryFolder();
  makeSampleWorkbook(folder, 300);
  withOpen(folder, (database) => {
    const bodies = database
      .prepare<[], { body: string; hash: string }>('SELECT body, hash FROM change_record ORDER BY sequence')
      .all();
    const lines: string[] = [];
    for (const { line } of selectRecords(database, { kind: 'everything' }).records) {
      if (lines.length % 250 === 0) addEvidence(database, 1_000 + lines.length, 1_001 + lines.length);
      lines.push(line);
    }
    expect(lines).toEqual(bodies.map(({ body, hash }) => `${body.slice(0, -1)},"hash":"${hash}"}`));
  });
});

test('what came in with a packet is not selected again as new, and what was sent still is', () => {
  const folder = temporaryFolder();
  makeSampleWorkbook(folder, 100);
  withOpen(folder, (database) => {
    const selected = (): readonly string[] =>
      [...selectRecords(database, { kind: 'since' }).records].map(({ id }) => id);
    const all = selected();
    const log = consolidationLog(database);
    log.noteSent(all.slice(0, 150));
    log.noteReceived(all.slice(50, 100));
    // Sent on: it was received all the same.
    log.noteSent(all.slice(90, 120));
    expect(selected()).toEqual([...all.slice(0, 50), ...all.slice(100)]);
    expect(log.notHandedOver()).toBe(150);
  });
});
