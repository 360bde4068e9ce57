import { needsChecking } from '../frameworkRow.ts';
import type { Catalogue, FrameworkRow } from '../frameworkSchema.ts';

/** Whose words a framework text is in, and whether it still has to be checked against what was published. */
export function whoseWords(row: FrameworkRow, catalogue: Catalogue): string {
  if (row.corrected) return 'This partnership’s own copy';
  if (row.wording === 'app') return 'The workbook’s own words';
  const publisher = catalogue.editions.find(({ id }) => id === row.editionId)?.publisher ?? 'The framework';
  return needsChecking(row) ? `${publisher}; check against your copy` : publisher;
}
