import { countWords } from './countWords.ts';

/** How much of what was written here nobody else has been given; null in a workbook without a single change. */
export function handOverWords(counts: {
  readonly records: number;
  readonly notHandedOver: number;
}): string | null {
  if (counts.records === 0) return null;
  if (counts.notHandedOver === 0) return 'Everything here has been handed over.';
  return `Not yet handed over: ${countWords(counts.notHandedOver, 'change')}.`;
}
