import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import { isIntact } from '../../../shared/domain/sealRecord.ts';
import { unionOfRecords } from '../../../shared/domain/unionOfRecords.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { historyArbitrary, sha256 } from '../../builders/randomHistory.ts';
import { propertyRuns } from '../../builders/propertyRuns.ts';

/** Three overlapping parts of one history, as three laptops may hold it. */
const threeParts = fc
  .tuple(historyArbitrary, fc.infiniteStream(fc.nat({ max: 7 })))
  .map(([history, random]) => {
    const shares = [...random.take(history.length)];
    const part = (bit: number): ChangeRecord[] =>
      history.filter((_, index) => ((shares[index] ?? 0) & bit) !== 0);
    return { history, parts: [part(1), part(2), part(4)] as const };
  });

describe('the union of records', () => {
  it('commutes, associates and can be repeated', () => {
    fc.assert(
      fc.property(threeParts, ({ parts: [one, two, three] }) => {
        const leftFirst = ids(unionOfRecords(unionOfRecords(one, two).values(), three));
        const rightFirst = ids(unionOfRecords(three, unionOfRecords(two, one).values()));
        expect(rightFirst).toEqual(leftFirst);
        expect(ids(unionOfRecords(unionOfRecords(one, two).values(), one))).toEqual(
          ids(unionOfRecords(one, two)),
        );
      }),
      propertyRuns(1_000),
    );
  });

  it('loses no record and makes none up', () => {
    fc.assert(
      fc.property(threeParts, ({ parts: [one, two] }) => {
        const expected = [...new Set([...one, ...two].map(({ id }) => id))].sort();
        expect(ids(unionOfRecords(one, two))).toEqual(expected);
      }),
      propertyRuns(1_000),
    );
  });

  it('refuses two different contents under one id, and says that nothing was taken in', () => {
    fc.assert(
      fc.property(historyArbitrary, (history) => {
        const [first] = history;
        fc.pre(first !== undefined);
        const forged = { ...first, hash: sha256('something else') };
        expect(() => unionOfRecords(history, [forged])).toThrow(WorkbookError);
      }),
      propertyRuns(200),
    );
  });
});

describe('a sealed record', () => {
  it('is intact, and stops being so when any part of it is changed', () => {
    fc.assert(
      fc.property(historyArbitrary, fc.string({ minLength: 1 }), (history, addition) => {
        for (const record of history) {
          expect(isIntact(record, sha256)).toBe(true);
          expect(isIntact({ ...record, author: `${record.author}${addition}` }, sha256)).toBe(false);
          expect(isIntact({ ...record, at: `${record.at}${addition}` }, sha256)).toBe(false);
          expect(isIntact({ ...record, set: { ...record.set, [addition]: null } }, sha256)).toBe(false);
        }
      }),
      propertyRuns(200),
    );
  });
});

function ids(records: ReadonlyMap<string, ChangeRecord>): readonly string[] {
  return [...records.keys()].sort();
}
