import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWorkbook, type OpenWorkbook } from '../../../electron/services/workbook/openWorkbook.ts';
import { closeDatabase } from '../../../electron/store/file/closeDatabase.ts';
import { openDatabase } from '../../../electron/store/file/openDatabase.ts';
import { outcomeQueries, type OutcomeQueries } from '../../../electron/store/outcomeQueries.ts';
import { joiningIdentity } from '../../../shared/domain/entityIdentity.ts';
import { propertyRuns } from '../../builders/propertyRuns.ts';
import { makeSampleWorkbook } from '../../store/sampleWorkbook.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';

const columns = ['quality-indicator', 'pathway-point', 'partner'] as const;
const pieces = ['one', 'two', 'three'];
const targets = ['outcome:a', 'outcome:b', 'quality-indicator:c', 'quality-indicator:d', 'pathway-point:e'];
const evidence = fc.constantFrom(...pieces);
const target = fc.constantFrom(...targets);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(evidence, target, fc.boolean()).map(([from, to, linked]) => ({
      entity: 'link',
      entityId: `${from}>${to}`,
      set: { linked },
    })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      entity: fc.constant('evidence'),
      entityId: evidence,
      set: fc.oneof(
        fc.record({ deleted: fc.boolean() }),
        fc.record({ partner: fc.constantFrom('police', 'council') }),
        fc.record({ title: fc.constantFrom('A title', 'Another') }),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(evidence, evidence, fc.boolean()).map(([one, other, joined]) => ({
      entity: 'joining',
      entityId: joiningIdentity(one, other),
      set: { joined },
    })),
  },
  fc.constant('undo' as const),
);

/** All links of a piece but one, so that the pieces differ. */
function linksOf(piece: string) {
  const left = targets[pieces.indexOf(piece)];
  return targets
    .filter((to) => to !== left)
    .map((to) => ({ entity: 'link', entityId: `${piece}>${to}`, set: { linked: true } }));
}

function counted(queries: OutcomeQueries) {
  return columns.map((column) =>
    [...queries.pairs(column)]
      .filter(([, count]) => count !== 0)
      .toSorted((one, other) => (one[0] < other[0] ? -1 : 1)),
  );
}

function withWorkbook(use: (workbook: OpenWorkbook) => void): void {
  const folder = path.join(temporaryFolder(), 'workbook');
  makeSampleWorkbook(folder, 1);
  const database = openDatabase(folder);
  // Nothing here is to survive a power cut.
  database.pragma('synchronous = OFF');
  // Beyond those of the sample.
  let number = 1_000;
  const workbook = openWorkbook({
    database,
    folder,
    clock: { now: () => new Date('2026-11-02T09:00:00.000Z') },
    ids: { randomHex: (bytes) => (number += 1).toString(16).padStart(bytes * 2, '0') },
    app: 'test',
    author: () => 'An officer',
    beforeWrite: () => {},
  });
  use(workbook);
  closeDatabase(database);
}

describe('the matrix', () => {
  it('counts after any changes what it would count anew', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) =>
        withWorkbook((workbook) => {
          for (const piece of pieces) {
            workbook.changes.apply(
              [{ entity: 'evidence', entityId: piece, set: { title: piece } }, ...linksOf(piece)],
              'Adding',
            );
          }
          expect(counted(workbook.outcomes)[0]).toHaveLength(4);
          for (const one of steps) {
            counted(workbook.outcomes);
            if (one === 'undo') workbook.changes.undo();
            else workbook.changes.apply([one], 'A change');
            expect(counted(workbook.outcomes)).toEqual(counted(outcomeQueries(workbook.database)));
          }
        }),
      ),
      propertyRuns(20),
    );
  });

  it('is not counted anew for a link', () => {
    withWorkbook((workbook) => {
      workbook.changes.apply([{ entity: 'evidence', entityId: 'one', set: { title: 'Survey' } }], 'One');
      const before = workbook.outcomes.pairs('pathway-point');
      const links = ['outcome:a', 'pathway-point:e'].map((to) => ({
        entity: 'link',
        entityId: `one>${to}`,
        set: { linked: true },
      }));
      workbook.changes.apply(links, 'Linking');
      expect(workbook.outcomes.pairs('pathway-point')).toBe(before);
      expect([...before]).toEqual([['a e', 1]]);
    });
  });
});
