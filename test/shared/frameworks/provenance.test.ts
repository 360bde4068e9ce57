import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../shared/domain/frameworkRow.ts';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';

const rows = rowsOf(shippedCatalogue);

describe('provenance', () => {
  it('is verified for exactly the four quality indicators that were read, number and title', () => {
    const verified = shippedCatalogue.qualityIndicators.filter((row) => row.provenance === 'verified');
    expect(verified.map((row) => row.number)).toEqual(['6.2', '6.4', '8.1', '9.2']);
    const numbers = shippedCatalogue.qualityIndicators.filter((row) => row.numberProvenance === 'verified');
    expect(numbers).toEqual(verified);
  });

  it('is secondary for the three titles that another document reports', () => {
    const secondary = shippedCatalogue.qualityIndicators.filter((row) => row.provenance === 'secondary');
    expect(secondary.map((row) => row.number)).toEqual(['1.1', '5.2', '5.3']);
  });

  it('comes with a source that is a place, wherever it is verified or secondary', () => {
    const named = rows.filter((row) => row.provenance !== 'unverified');
    const placeless = named.filter((row) => !/https?:\/\/|Act 2016|West Dunbartonshire/.test(row.source));
    expect(placeless).toEqual([]);
  });

  it('says so in a note where a quality indicator is not verified', () => {
    const unsure = shippedCatalogue.qualityIndicators.filter((row) => row.provenance !== 'verified');
    expect(unsure.filter((row) => row.note === '')).toEqual([]);
    expect(unsure.find((row) => row.number === '8.2')?.note).toMatch(/may not exist/);
  });

  it('never lets an unverified text stand as the words of a document, except a title or key question flagged as such', () => {
    const quoted = [
      ...shippedCatalogue.questions,
      ...shippedCatalogue.methodQuestions,
      ...shippedCatalogue.reportingMeasures,
      ...shippedCatalogue.scale,
    ];
    expect(quoted.filter((row) => row.wording === 'document' && row.provenance === 'unverified')).toEqual([]);
    expect(shippedCatalogue.scale.filter((point) => point.textWording !== 'app')).toEqual([]);
    expect(
      shippedCatalogue.crosswalk.filter((row) => row.provenance !== 'unverified' || row.wording !== 'app'),
    ).toEqual([]);
  });
});
