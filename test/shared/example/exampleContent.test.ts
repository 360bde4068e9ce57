import { describe, expect, test } from 'vitest';

import { entitiesOf, example, textOf } from './readExample.ts';

describe('content of the example', () => {
  test('has the plan’s twenty actions by outcome, and four that are part of one', () => {
    const actions = entitiesOf('action');
    const own = actions.filter((action) => textOf(action, 'partOf') === '');
    const counts = [1, 2, 3, 4, 5].map(
      (outcome) => own.filter((action) => textOf(action, 'outcome') === `wd2017/local-${outcome}`).length,
    );
    expect(counts).toEqual([5, 9, 2, 3, 1]);
    expect(actions.length - own.length).toBe(4);
  });

  test('keeps both due dates of the nine actions of outcome 2 and says why', () => {
    const second = entitiesOf('action').filter((action) => textOf(action, 'outcome') === 'wd2017/local-2');
    expect(new Set(second.map((action) => textOf(action, 'due')))).toEqual(
      new Set(['June 2017; March 2018']),
    );
    for (const action of second) expect(textOf(action, 'note')).toContain('not recoverable');
  });

  test('gives every other action the plan’s one date, and every action the plan’s owner', () => {
    const others = entitiesOf('action').filter((action) => textOf(action, 'outcome') !== 'wd2017/local-2');
    expect(new Set(others.map((action) => textOf(action, 'due')))).toEqual(new Set(['31 March 2018']));
    expect(new Set(entitiesOf('action').map((action) => textOf(action, 'managedBy')))).toEqual(
      new Set(['West Dunbartonshire Community Justice Partners']),
    );
  });

  test('has the 33 ticks of the pathway matrix, by point, of unknown basis and level', () => {
    const ticks = entitiesOf('pathway-cell').filter((cell) => cell.set['involved'] === true);
    const byPoint = [1, 2, 3, 4, 5].map(
      (point) => ticks.filter((tick) => tick.entityId.endsWith(`:pathway2016/${point}`)).length,
    );
    expect(byPoint).toEqual([4, 8, 8, 7, 6]);
    for (const tick of ticks) expect([tick.set['basis'], tick.set['level']]).toEqual(['unknown', 'unknown']);
  });

  test('keeps prose in place of ticks for Skills Development Scotland', () => {
    const cells = entitiesOf('pathway-cell').filter((cell) =>
      cell.entityId.startsWith('partner/skills-development-scotland:'),
    );
    expect(cells).toHaveLength(5);
    for (const cell of cells) {
      expect(cell.set['involved']).toBeUndefined();
      expect(textOf(cell, 'note')).toContain('within and out with the criminal justice pathways');
    }
  });

  test('has the fourteen indicators of Appendix B with their measures, and three context figures', () => {
    const used = entitiesOf('indicator').filter((indicator) => indicator.set['used'] === true);
    expect(used).toHaveLength(14);
    for (const indicator of used) expect(textOf(indicator, 'measures')).not.toBe('');
    expect(used.flatMap((indicator) => textOf(indicator, 'measures').split('\n'))).toHaveLength(23);
    expect(entitiesOf('indicator')).toHaveLength(17);
  });

  test('has seven activities of the participation statement, one split into strengths and weaknesses', () => {
    const rows = entitiesOf('participation');
    expect(rows).toHaveLength(7);
    const split = rows.filter((row) => textOf(row, 'weaknessesThreats') !== '');
    expect(split.map((row) => textOf(row, 'strengthsOpportunities').split('\n').length)).toEqual([16]);
    expect(split.map((row) => textOf(row, 'weaknessesThreats').split('\n').length)).toEqual([6]);
  });

  test('keeps the Scottish crime row that sums to 459 where the text says 458, and says so', () => {
    const groups = entitiesOf('indicator-value').filter(
      (value) => value.set['indicator'] === 'wd-indicator-crime-groups',
    );
    const sumOf = (area: string): number =>
      groups
        .filter((value) => value.set['area'] === area)
        .reduce((sum, value) => sum + Number(value.set['value']), 0);
    expect([sumOf('Scotland'), sumOf('West Dunbartonshire')]).toEqual([459, 539]);
    const total = entitiesOf('indicator-value').find(
      (value) => value.entityId === 'wd-value-crime-rate-scotland',
    );
    expect(total?.set['value']).toBe(458);
    const caveats = [...groups.filter((value) => value.set['area'] === 'Scotland'), total];
    for (const value of caveats) expect(String(value?.set['caveat'])).toMatch(/459.*458/u);
  });

  test('gives every item of evidence a title, a kind, a period, a source and what it shows', () => {
    const lacking = entitiesOf('evidence').filter((item) =>
      ['title', 'kind', 'period', 'source', 'shows'].some((field) => textOf(item, field) === ''),
    );
    expect(lacking).toEqual([]);
  });

  test('has evidence of all four kinds and from every statutory partner', () => {
    const evidence = entitiesOf('evidence');
    expect(new Set(evidence.map((item) => textOf(item, 'kind'))).size).toBe(4);
    const linked = entitiesOf('link').map((link) => link.entityId);
    const partners = entitiesOf('partner').filter((partner) => partner.entityId.startsWith('partner/'));
    expect(partners).toHaveLength(9);
    for (const partner of partners) {
      expect(linked.some((id) => id.endsWith(`>partner:${partner.entityId}`))).toBe(true);
    }
  });

  test('marks its answers as in progress and leaves the marking empty', () => {
    expect(new Set(entitiesOf('answer').map((answer) => answer.set['status']))).toEqual(
      new Set(['in-progress']),
    );
    expect(example.workbook.marking).toBe('');
    expect(example.workbook.note).toContain('No marking is stated');
  });
});
