import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../shared/domain/frameworkRow.ts';
import { frameworkFileSchema, type FrameworkRow } from '../../../shared/domain/frameworkSchema.ts';
import { shippedCatalogue, shippedFiles } from '../../../shared/frameworks/catalogue.ts';

const rows = rowsOf(shippedCatalogue);
const ids = new Set(rows.map((row) => row.id));
const folder = new URL('../../../shared/frameworks/', import.meta.url);

function referencesOf(row: FrameworkRow): readonly string[] {
  return Object.entries(row)
    .filter(([field]) => /Id$|Ids$|^mapsTo$|^alsoRelevantTo$/.test(field) && field !== 'editionId')
    .flatMap(([, value]): readonly unknown[] => (Array.isArray(value) ? value : [value]))
    .filter((value) => typeof value === 'string');
}

const isIn = (list: readonly FrameworkRow[], id: string): boolean => list.some((row) => row.id === id);

describe('the shipped framework files', () => {
  it('all parse, and every data file in the folder is shipped', () => {
    for (const file of shippedFiles) expect(frameworkFileSchema.safeParse(file).error).toBeUndefined();
    const dataFiles = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(shippedFiles).toHaveLength(dataFiles.length);
  });

  it('use each id once, across all editions', () => {
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.map((row) => row.id).filter((id, index, all) => all.indexOf(id) !== index)).toEqual([]);
    const editionIds = shippedCatalogue.editions.map((edition) => edition.id);
    expect(new Set(editionIds).size).toBe(editionIds.length);
  });

  it('refer only to rows and editions that are there', () => {
    expect(rows.flatMap(referencesOf).length).toBeGreaterThan(150);
    expect(rows.flatMap((row) => referencesOf(row).filter((id) => !ids.has(id)))).toEqual([]);
    const editionIds = new Set(shippedCatalogue.editions.map((edition) => edition.id));
    expect(rows.filter((row) => !editionIds.has(row.editionId))).toEqual([]);
  });

  it('ship uncorrected, unchecked, and with no illustration of the guide', () => {
    expect(rows.filter((row) => row.corrected || row.checked)).toEqual([]);
    const illustrated = shippedCatalogue.qualityIndicators.filter(
      (row) => row.illustrationVeryGood !== '' || row.illustrationWeak !== '',
    );
    expect(illustrated).toEqual([]);
  });
});

describe('outcomes, indicators and partners', () => {
  it('are as many as the documents have', () => {
    const kinds = shippedCatalogue.outcomes.map((outcome) => outcome.kind);
    const count = (kind: string): number => kinds.filter((each) => each === kind).length;
    expect(['structural', 'person-centric', 'local', 'national'].map(count)).toEqual([4, 3, 5, 9]);
    expect(shippedCatalogue.aims).toHaveLength(4);
    expect(shippedCatalogue.priorityActions).toHaveLength(13);
    expect(shippedCatalogue.nationalIndicators).toHaveLength(10);
    expect(shippedCatalogue.pathwayPoints).toHaveLength(5);
    expect(shippedCatalogue.scale.map((point) => point.grade)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('map every common outcome to one local outcome', () => {
    const local = shippedCatalogue.outcomes.filter((outcome) => outcome.kind === 'local');
    const common = shippedCatalogue.outcomes.filter((outcome) => outcome.editionId === 'opi2016');
    expect(local.flatMap((outcome) => outcome.mapsTo).toSorted()).toEqual(
      common.map((outcome) => outcome.id).toSorted(),
    );
  });

  it('give every indicator of the plan its reporting measures, and no other', () => {
    const measured = new Set(shippedCatalogue.reportingMeasures.map((measure) => measure.indicatorId));
    const inPlan = shippedCatalogue.indicators.filter((indicator) => indicator.inPlan);
    expect(inPlan.map((indicator) => indicator.id).toSorted()).toEqual([...measured].toSorted());
    expect(inPlan).toHaveLength(14);
  });

  it('refer to rows of the right list', () => {
    const { outcomes, indicators, aims, priorityActions, qualityIndicators, questions } = shippedCatalogue;
    expect(indicators.flatMap((row) => row.outcomeIds).filter((id) => !isIn(outcomes, id))).toEqual([]);
    expect(shippedCatalogue.reportingMeasures.filter((row) => !isIn(indicators, row.indicatorId))).toEqual(
      [],
    );
    expect(priorityActions.filter((row) => !isIn(aims, row.aimId))).toEqual([]);
    expect(
      outcomes.flatMap((row) => row.priorityActionIds).filter((id) => !isIn(priorityActions, id)),
    ).toEqual([]);
    expect(questions.filter((row) => !isIn(qualityIndicators, row.qualityIndicatorId))).toEqual([]);
  });

  it('name the nine bodies of the eight letters of section 13(2)', () => {
    expect(shippedCatalogue.partners.map((partner) => partner.statutoryBasis)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h',
      'h',
    ]);
  });
});
