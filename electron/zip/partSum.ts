import { checkSum } from './checkSum.ts';

/** Size and check sum of a part's content, reckoned up while it goes past. */
export function partSum() {
  let size = 0;
  let sum = 0;
  return {
    add(bytes: Uint8Array): void {
      size += bytes.length;
      sum = checkSum(bytes, sum);
    },
    size: () => size,
    checkSum: () => sum,
  };
}
