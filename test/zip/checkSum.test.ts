import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkSum, ownCheckSum } from '../../electron/zip/checkSum.ts';
import { propertyRuns } from '../builders/propertyRuns.ts';

it('is the one that zip files use, with and without the host’s help, at once or piece by piece', () => {
  expect(checkSum(Buffer.from('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.nat(500), (bytes, cut) => {
      const [first, rest] = [bytes.subarray(0, cut), bytes.subarray(cut)];
      expect(checkSum(rest, checkSum(first))).toBe(checkSum(bytes));
      expect(ownCheckSum(rest, ownCheckSum(first))).toBe(checkSum(bytes));
    }),
    propertyRuns(200),
  );
});
