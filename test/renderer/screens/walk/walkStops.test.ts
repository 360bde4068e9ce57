import { describe, expect, it } from 'vitest';

import { filteredOutline } from '../../../../renderer/screens/walk/walkFilter.ts';
import { jumpMatches } from '../../../../renderer/screens/walk/jumpMatches.ts';
import { firstStop, neighboursOf, walkStops } from '../../../../renderer/screens/walk/walkStops.ts';
import { noFilter, walkFilterKinds } from '../../../../renderer/state/walkState.ts';
import { anOutline, anOutlineIndicator, anOutlineQuestion } from './someOutline.ts';

const outline = anOutline(
  anOutlineIndicator('6.1', [
    anOutlineQuestion('6.1/a1', 1, { answered: true, mine: true, evidence: 2 }),
    anOutlineQuestion('6.1/a2', 2, { conflict: true }),
  ]),
  anOutlineIndicator(
    '6.2',
    [anOutlineQuestion('6.2/p1', 1, { status: 'ready-for-review', answered: true })],
    { grade: 4, evidence: 3 },
  ),
);
const stops = walkStops(outline);
const nothing: ReadonlySet<string> = new Set();
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const filtered = (filter: Parameters<typeof filteredOutline>[1], found = nothing) =>
  ids(walkStops(filteredOutline(outline, filter, found)));

describe('walkStops', () => {
  it('puts the grade after the questions of its quality indicator', () => {
    expect(ids(stops)).toEqual(['6.1/a1', '6.1/a2', 'ci2016/6.1', '6.2/p1', 'ci2016/6.2']);
  });

  it('begins at the first question without an answer', () => {
    expect(firstStop(stops)?.id).toBe('6.1/a2');
  });
});

describe('neighboursOf', () => {
  it('ends at both ends', () => {
    expect(neighboursOf(stops, stops, '6.1/a1').previous).toBeUndefined();
    expect(neighboursOf(stops, stops, 'ci2016/6.2').next).toBeUndefined();
  });

  it('goes on from where a stop stood that the filter has let go of meanwhile', () => {
    const shown = stops.filter(({ id }) => id !== '6.1/a2');
    const { previous, next } = neighboursOf(stops, shown, '6.1/a2');
    expect([previous?.id, next?.id]).toEqual(['6.1/a1', 'ci2016/6.1']);
  });
});

describe('filteredOutline', () => {
  it('shows everything without a filter', () => {
    expect(filteredOutline(outline, noFilter, nothing)).toBe(outline);
  });

  it('has a meaning for every kind of filter', () => {
    const shown = Object.fromEntries(
      walkFilterKinds.map((kind) => [
        kind,
        filtered({ kind, text: '' }).filter((id) => !id.startsWith('ci2016/')),
      ]),
    );
    expect(shown).toEqual({
      all: ['6.1/a1', '6.1/a2', '6.2/p1'],
      unanswered: ['6.1/a2'],
      'without-evidence': ['6.1/a2', '6.2/p1'],
      'in-conflict': ['6.1/a2'],
      'for-review': ['6.2/p1'],
      mine: ['6.1/a1'],
    });
  });

  it('takes a grade that somebody gave for theirs, whoever answered its questions', () => {
    const graded = anOutline(
      anOutlineIndicator('8.1', [anOutlineQuestion('8.1/p1', 1)]),
      anOutlineIndicator('9.2', [anOutlineQuestion('9.2/p1', 1)], { grade: 4, mine: true }),
    );
    expect(ids(walkStops(filteredOutline(graded, { kind: 'mine', text: '' }, nothing)))).toEqual([
      'ci2016/9.2',
    ]);
  });

  it('finds a text in titles, questions, and in what was written', () => {
    expect(filtered({ kind: 'all', text: 'INDICATOR 6.2' })).toEqual(['6.2/p1', 'ci2016/6.2']);
    expect(filtered({ kind: 'all', text: 'question 2' })).toEqual(['6.1/a2', 'ci2016/6.1']);
    expect(filtered({ kind: 'all', text: 'protocols' }, new Set(['6.1/a1']))).toEqual([
      '6.1/a1',
      'ci2016/6.1',
    ]);
    expect(filtered({ kind: 'all', text: 'nowhere' })).toEqual([]);
  });
});

describe('jumpMatches', () => {
  const jump = (typed: string) => ids(jumpMatches(stops, typed, 10));

  it('takes a number for the quality indicator, and a second one for its question', () => {
    expect(jump('6.1')).toEqual(['6.1/a1', '6.1/a2', 'ci2016/6.1']);
    expect(jump('6.1 2')[0]).toBe('6.1/a2');
    expect(jump('6.2 g')[0]).toBe('ci2016/6.2');
  });

  it('takes words in any order', () => {
    expect(jump('of question 6.1/a2')).toEqual(['6.1/a2']);
    expect(jump('unheard of')).toEqual([]);
  });

  it('lists no more than asked for', () => {
    expect(jumpMatches(stops, '', 2)).toHaveLength(2);
  });
});
