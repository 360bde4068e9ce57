import { assertNever } from '../../../shared/domain/assertNever.ts';
import { labelOf, needsChecking } from '../../../shared/domain/frameworkRow.ts';
import type { Edition } from '../../../shared/domain/frameworkProvenance.ts';
import type { Catalogue, CatalogueList, FrameworkRow } from '../../../shared/domain/frameworkSchema.ts';
import { correctableTexts } from '../framework-row/correctableTexts.ts';

export const textStates = ['all', 'to-check', 'corrected', 'checked'] as const;
export type TextState = (typeof textStates)[number];

export type FrameworksFilter = { readonly state: TextState; readonly words: string };

/** One list of one edition: its heading and the rows that are shown. */
export type RowList = { readonly title: string; readonly rows: readonly FrameworkRow[] };

export type EditionGroup = { readonly edition: Edition; readonly lists: readonly RowList[] };

const titles: readonly (readonly [CatalogueList, string])[] = [
  ['keyQuestions', 'Key questions'],
  ['areas', 'Areas'],
  ['qualityIndicators', 'Quality indicators'],
  ['questions', 'Questions'],
  ['methodQuestions', 'Questions of the method'],
  ['scale', 'Points of the scale'],
  ['outcomes', 'Outcomes'],
  ['indicators', 'Indicators'],
  ['reportingMeasures', 'Reporting measures'],
  ['aims', 'Aims'],
  ['priorityActions', 'Priority actions'],
  ['nationalIndicators', 'National indicators'],
  ['pathwayPoints', 'Points of the pathway'],
  ['partners', 'Partners'],
];

/** Every text that can be corrected and passes the filter, by edition and list in the catalogue's order. */
export function frameworkGroups(catalogue: Catalogue, filter: FrameworksFilter): readonly EditionGroup[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  const passes = (row: FrameworkRow): boolean => {
    const texts = correctableTexts(row);
    const all = [labelOf(row), placeOf(row, catalogue), ...texts.map(({ value }) => value)]
      .join(' ')
      .toLowerCase();
    return texts.length > 0 && isInState(row, filter.state) && words.every((word) => all.includes(word));
  };
  return catalogue.editions
    .map((edition) => ({
      edition,
      lists: titles
        .map(([list, title]) => {
          // One list of a catalogue is a list of rows of one kind; here any row will do.
          const rows: readonly FrameworkRow[] = catalogue[list];
          return { title, rows: rows.filter((row) => row.editionId === edition.id && passes(row)) };
        })
        .filter(({ rows }) => rows.length > 0),
    }))
    .filter(({ lists }) => lists.length > 0);
}

/** How many rows the groups hold. */
export function countOfRows(groups: readonly EditionGroup[]): number {
  return groups.flatMap(({ lists }) => lists).reduce((sum, { rows }) => sum + rows.length, 0);
}

/** How many texts are put down to a document, were not read there, and have not been compared with it yet. */
export function countToCheck(catalogue: Catalogue): number {
  return countOfRows(frameworkGroups(catalogue, { state: 'to-check', words: '' }));
}

/** The number of what a row belongs to, where its own words do not say it; else empty. */
export function placeOf(row: FrameworkRow, catalogue: Catalogue): string {
  if (row.rowKind === 'question')
    return catalogue.qualityIndicators.find(({ id }) => id === row.qualityIndicatorId)?.number ?? '';
  if (row.rowKind === 'reportingMeasure')
    return catalogue.indicators.find(({ id }) => id === row.indicatorId)?.number ?? '';
  return row.rowKind === 'indicator' ? row.number : '';
}

function isInState(row: FrameworkRow, state: TextState): boolean {
  switch (state) {
    case 'to-check':
      return needsChecking(row);
    case 'corrected':
      return row.corrected;
    case 'checked':
      return row.checked;
    case 'all':
      return true;
    default:
      return assertNever(state);
  }
}
