import { expect } from 'vitest';
import type { ReturnedWorkbook } from '../../../electron/services/returning/returnedWorkbook.ts';
import { takenOf, type Expected } from './readSample.ts';
import { baseRecords } from './sampleReturnCopy.ts';

/** Everything that was taken, with the parents it replaces, and everything that was not, with its reason: no more and no less. */
export function expectReading(read: ReturnedWorkbook, expected: Expected): void {
  expect(takenOf(read)).toEqual(expected.taken ?? {});
  expect(read.notTaken.map(({ reason, value, cell }) => `${cell} “${value}” ${reason}`)).toEqual(
    (expected.notTaken ?? []).map(({ value, reason }): unknown =>
      expect.stringMatching(
        new RegExp(`${value === undefined ? '' : `“${escaped(value)}” .*`}${reason.source}`, 's'),
      ),
    ),
  );
  expect(read.remarks.map(({ reason }) => reason)).toEqual(
    (expected.remarks ?? []).map((remark): unknown => expect.stringMatching(remark)),
  );
  for (const { entityId, parents, set } of read.records) {
    const [field = ''] = Object.keys(set);
    expect(parents).toEqual({ [field]: baseRecords(entityId, field) });
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
