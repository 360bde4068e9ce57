import { describe, expect, it } from 'vitest';
import { areTitlesAlike, titleKey } from '../../../shared/domain/alikeEvidence.ts';
import { personalDataSigns } from '../../../shared/domain/personalDataWarning.ts';
import { isTypingOn } from '../../../shared/domain/typingRun.ts';

describe('titles', () => {
  it('have one key however they are typed', () => {
    expect(titleKey('The “Your View Counts” survey')).toBe(titleKey('your view counts SURVEY'));
    expect(titleKey('Café visit')).toBe(titleKey('Cafe visit'));
  });

  it.each([
    ['MAPPA joint training log 2017', 'MAPPA joint training log'],
    ['Unpaid work hours 2016-17', 'Hours of unpaid work 2016-17'],
  ])('%j and %j are alike', (left, right) => {
    expect(areTitlesAlike(left, right)).toBe(true);
  });

  it.each([
    ['Housing register', 'Health register'],
    ['', ''],
    ['the of and', 'the of and'],
  ])('%j and %j are not', (left, right) => {
    expect(areTitlesAlike(left, right)).toBe(false);
  });
});

describe('signs of personal data', () => {
  it.each([
    ['her CHI is 0107651234', 'chi-number'],
    ['CHI 010765 1234', 'chi-number'],
    ['DOB: 01/07/1965', 'date-of-birth'],
    ['born on 1 July 1965', 'date-of-birth'],
    ['D.O.B. 01/07/1965', 'date-of-birth'],
    ['d.o.b.: 1.7.65', 'date-of-birth'],
    ['born on the 1st of July 1965', 'date-of-birth'],
    ['Date of birth – 1965-07-01', 'date-of-birth'],
    ['NI AB 12 34 56 C', 'national-insurance-number'],
  ])('are seen in %j', (text, sign) => {
    expect(personalDataSigns(text)).toContain(sign);
  });

  it.each([
    '17,321 hours of unpaid work',
    'telephone 01389 737000',
    'figures of 31 March 2018',
    'reference 9912651234',
    'the plan of 2017-2018',
    'the plan was born in 2016',
    'LS1 4AP is a postcode',
  ])('are not seen in %j', (text) => {
    expect(personalDataSigns(text)).toEqual([]);
  });
});

describe('typing on', () => {
  it.each([
    ['', 'W'],
    ['We meet', 'We meet every week'],
    ['We meet week', 'We meet every week'],
    ['We mete every week', 'We meet every week'],
  ])('from %j to %j is one run', (before, after) => {
    expect(isTypingOn(before, after)).toBe(true);
  });

  it.each([
    ['A paragraph that took an hour', ''],
    ['A paragraph that took an hour', 'A paragraph'],
    ['A paragraph that took an hour', 'Something else entirely here'],
  ])('from %j to %j is an edit of its own', (before, after) => {
    expect(isTypingOn(before, after)).toBe(false);
  });
});
