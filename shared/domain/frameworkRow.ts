import { assertNever } from './assertNever.ts';
import type { Catalogue, FrameworkRow } from './frameworkSchema.ts';

/** Every row of every list, in the catalogue's order. */
export function rowsOf(catalogue: Catalogue): readonly FrameworkRow[] {
  const { editions: _editions, ...lists } = catalogue;
  return Object.values(lists).flatMap((list): readonly FrameworkRow[] => list);
}

/** The row with this id; undefined where no edition of the catalogue has it. */
export function findRow(catalogue: Catalogue, id: string): FrameworkRow | undefined {
  return rowsOf(catalogue).find((row) => row.id === id);
}

/** What a person calls the row, such as "6.2 Planning and delivering services in a collaborative way" or "Area 6". */
export function labelOf(row: FrameworkRow): string {
  switch (row.rowKind) {
    case 'keyQuestion':
    case 'qualityIndicator':
    case 'pathwayPoint':
      return `${row.number} ${row.title}`;
    case 'area':
      return row.title === '' ? `Area ${row.number}` : `Area ${row.number} ${row.title}`;
    case 'scalePoint':
      return `${String(row.grade)} ${row.title}`;
    case 'question':
    case 'methodQuestion':
    case 'reportingMeasure':
      return row.text;
    case 'aim':
      return `Aim ${row.number}: ${row.title}`;
    case 'priorityAction':
      return `Priority action ${row.number}: ${row.title}`;
    case 'outcome':
      return `${row.number}: ${row.title}`;
    case 'nationalIndicator':
      return row.number === 'H'
        ? `Higher-level indicator: ${row.title}`
        : `National indicator ${row.number}: ${row.title}`;
    case 'indicator':
    case 'partner':
      return row.title;
    case 'crosswalkRow':
      return `From ${row.fromOutcomeId} to ${[...row.toOutcomeIds, ...row.toPriorityActionIds].join(', ')}`;
    default:
      return assertNever(row);
  }
}

/**
 * Whether the screen has to say "check against your copy": the words are put down to a document, were not read there,
 * and no officer has compared them yet. The app's own wording has nothing to be compared with.
 */
export function needsChecking(row: FrameworkRow): boolean {
  return row.wording === 'document' && row.provenance !== 'verified' && !row.checked;
}
