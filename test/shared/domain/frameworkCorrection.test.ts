import { describe, expect, it } from 'vitest';
import { applyCorrections, correctionSchema } from '../../../shared/domain/frameworkCorrection.ts';
import { findRow } from '../../../shared/domain/frameworkRow.ts';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';

const rowId = 'ci2016/2.1';
const shippedTitle = 'Impact on people who have committed offences';

describe('applyCorrections', () => {
  it('puts the corrected text in the row, marks it, and leaves the given catalogue as it was', () => {
    const corrected = applyCorrections(shippedCatalogue, [
      { rowId, field: 'title', value: 'Impact on people', checked: true },
    ]);
    expect(findRow(corrected, rowId)).toMatchObject({
      title: 'Impact on people',
      corrected: true,
      checked: true,
    });
    expect(findRow(shippedCatalogue, rowId)).toMatchObject({
      title: shippedTitle,
      corrected: false,
      checked: false,
    });
    expect(corrected.qualityIndicators.filter((row) => row.corrected)).toHaveLength(1);
  });

  it('marks a row that an officer confirms unchanged as checked, not as corrected', () => {
    const confirmed = applyCorrections(shippedCatalogue, [
      { rowId, field: 'title', value: shippedTitle, checked: true },
    ]);
    expect(findRow(confirmed, rowId)).toMatchObject({
      title: shippedTitle,
      corrected: false,
      checked: true,
    });
  });

  it('fills the illustrations from the officer’s own copy without calling the row checked', () => {
    const filled = applyCorrections(shippedCatalogue, [
      { rowId, field: 'illustrationVeryGood', value: 'Very good text' },
      { rowId, field: 'illustrationWeak', value: 'Weak text' },
    ]);
    expect(findRow(filled, rowId)).toMatchObject({
      illustrationVeryGood: 'Very good text',
      illustrationWeak: 'Weak text',
      title: shippedTitle,
      corrected: true,
      checked: false,
    });
  });

  it('corrects the text and guidance of a question and the definition of a point of the scale', () => {
    const corrected = applyCorrections(shippedCatalogue, [
      { rowId: 'ci2016/6.2/p1', field: 'text', value: 'Progress' },
      { rowId: 'ci2016/6.2/p1', field: 'guidance', value: 'See the plan' },
      { rowId: 'scale2018/4', field: 'definition', value: 'Important strengths' },
    ]);
    expect(findRow(corrected, 'ci2016/6.2/p1')).toMatchObject({
      text: 'Progress',
      guidance: 'See the plan',
    });
    expect(findRow(corrected, 'scale2018/4')).toMatchObject({
      definition: 'Important strengths',
      corrected: true,
    });
  });

  it('lets the last of several corrections of one field count', () => {
    const twice = applyCorrections(shippedCatalogue, [
      { rowId, field: 'title', value: 'First' },
      { rowId, field: 'title', value: 'Second' },
    ]);
    expect(findRow(twice, rowId)).toMatchObject({ title: 'Second' });
  });

  it('passes over rows and fields that the catalogue does not have', () => {
    const untouched = applyCorrections(shippedCatalogue, [
      { rowId: 'later-edition/1', field: 'title', value: 'Unknown' },
      {
        rowId: 'partner/police-scotland',
        field: 'illustrationWeak',
        value: 'Nowhere to put it',
        checked: true,
      },
    ]);
    expect(untouched).toEqual(shippedCatalogue);
  });

  it('returns the same catalogue when there is nothing to correct', () => {
    expect(applyCorrections(shippedCatalogue, [])).toBe(shippedCatalogue);
  });
});

describe('correctionSchema', () => {
  it('refuses a field that must not be changed', () => {
    expect(correctionSchema.safeParse({ rowId, field: 'provenance', value: 'verified' }).success).toBe(false);
    expect(correctionSchema.safeParse({ rowId, field: 'title', value: 'T' }).success).toBe(true);
  });
});
