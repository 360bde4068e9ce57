import { describe, expect, it } from 'vitest';
import { applyCorrections } from '../../../shared/domain/frameworkCorrection.ts';
import { findRow, labelOf, needsChecking, rowsOf } from '../../../shared/domain/frameworkRow.ts';
import type { FrameworkRow } from '../../../shared/domain/frameworkSchema.ts';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';

function rowOf(id: string): FrameworkRow {
  const row = findRow(shippedCatalogue, id);
  if (row === undefined) throw new Error(`No row ${id}`);
  return row;
}

describe('findRow', () => {
  it('finds a row of any list, and nothing under an id that is not there', () => {
    expect(rowOf('ci2016/6.2').rowKind).toBe('qualityIndicator');
    expect(rowOf('partner/police-scotland').rowKind).toBe('partner');
    expect(findRow(shippedCatalogue, 'ci2016/6')).toBeUndefined();
  });
});

describe('labelOf', () => {
  it.each([
    ['ci2016/6.2', '6.2 Planning and delivering services in a collaborative way'],
    ['ci2016/domain-D', 'D Management'],
    ['ci2016/area-6', 'Area 6'],
    ['ci2016/method-2', 'How do we know?'],
    ['scale2018/4', '4 Good'],
    ['wd2017/local-3', 'Local 3: Equity of Access to Services'],
    ['cjpf2023/aim-1', 'Aim 1: Optimise the use of diversion and intervention at the earliest opportunity'],
    ['cjpf2023/indicator-2', 'National indicator 2: Number of referrals from custody centres'],
    ['pathway2016/4', '4 Disposal (custody)'],
    ['partner/police-scotland', 'Police Scotland'],
  ])('calls %s “%s”', (id, label) => {
    expect(labelOf(rowOf(id))).toBe(label);
  });

  it('has words for every row', () => {
    expect(rowsOf(shippedCatalogue).filter((row) => labelOf(row).trim() === '')).toEqual([]);
  });
});

describe('needsChecking', () => {
  it('asks for a check of what is put down to a document and not verified, until an officer has checked it', () => {
    expect(needsChecking(rowOf('ci2016/2.1'))).toBe(true);
    expect(needsChecking(rowOf('ci2016/5.2'))).toBe(true);
    const checked = applyCorrections(shippedCatalogue, [
      {
        rowId: 'ci2016/2.1',
        field: 'title',
        value: 'Impact on people who have committed offences',
        checked: true,
      },
    ]);
    expect(checked.qualityIndicators.filter(needsChecking).map((row) => row.number)).not.toContain('2.1');
  });

  it('asks for none where the row is verified or in the app’s own words', () => {
    expect(needsChecking(rowOf('ci2016/6.2'))).toBe(false);
    expect(needsChecking(rowOf('ci2016/6.2/a1'))).toBe(false);
  });
});
