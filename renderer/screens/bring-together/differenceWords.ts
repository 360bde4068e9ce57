import type { Difference } from '../../../shared/domain/consolidation/consolidationPreview.ts';

/** What the kinds of difference are called. */
export const differenceWords: Readonly<Record<Difference['what'], string>> = {
  conflict: 'To settle',
  changed: 'Changed',
  added: 'Added',
  deleted: 'Deleted',
  newer: 'Newer version',
};
