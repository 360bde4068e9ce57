import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../../../../shared/domain/changeRecord.ts';
import { commonStart } from '../../../../shared/domain/consolidation/commonStart.ts';

describe('what differing values were written from', () => {
  it('is the nearest value that all of them go back to', () => {
    const find = history({ a: ['Old'], b: ['Start', 'a'], c: ['Mine', 'b'], d: ['Yours', 'b'] });
    expect(commonStart('shows', ['c', 'd'], find)).toBe('Start');
  });

  it('is nothing where they have nothing in common, or where one alone stands', () => {
    const find = history({ a: ['Mine'], b: ['Yours'] });
    expect(commonStart('shows', ['a', 'b'], find)).toBeUndefined();
    expect(commonStart('shows', ['a'], find)).toBeUndefined();
  });

  it('is nothing where several are equally near, one of which emptied the field', () => {
    const both = ['a', 'b'] as const;
    const find = history({ a: ['Start'], b: [null], c: ['Mine', ...both], d: ['Yours', ...both] });
    expect(commonStart('shows', ['c', 'd'], find)).toBeUndefined();
  });
});

/** Records by id, each with the value it set and the records that it replaced. */
function history(records: Readonly<Record<string, readonly [value: FieldValue, ...parents: string[]]>>) {
  return (id: string) => {
    const [value = null, ...parents] = records[id] ?? [];
    return records[id] === undefined ? undefined : { set: { shows: value }, parents: { shows: parents } };
  };
}
