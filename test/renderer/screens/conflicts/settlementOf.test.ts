import type { SettlementDraft } from '../../../../shared/api/views/settlementDraftView.ts';
import { describe, expect, it } from 'vitest';
import { fieldEditor } from '../../../../renderer/screens/conflicts/fieldEditor.ts';
import { settlementOf, textsToCombine } from '../../../../renderer/screens/conflicts/settlementOf.ts';
import { noDraft } from '../../../../renderer/state/settlementDrafts.ts';
import { shippedCatalogue } from '../../../../shared/frameworks/catalogue.ts';
import { aConflict } from '../../support/conflictKeeper.ts';

const title = aConflict({ A: 'Your View Counts', B: 'Views 2017' }, { entity: 'evidence', field: 'title' });
const date = aConflict({ A: '2016', B: '2017' }, { entity: 'evidence', field: 'date' });

function settled(conflict: typeof title, draft: Partial<SettlementDraft>) {
  const editor = fieldEditor(conflict.entity, conflict.field, shippedCatalogue);
  return settlementOf(conflict, { ...noDraft, ...draft }, editor);
}

describe('what a settlement writes', () => {
  it('is one line for a field of one line, however many it was made of', () => {
    expect(settled(title, { way: 'combine', combined: 'Your View Counts\n2017\n' })).toEqual({
      ok: true,
      value: 'Your View Counts 2017',
      how: 'combine',
    });
  });

  it('keeps the lines of a text', () => {
    const text = aConflict({ A: 'One.', B: 'Two.' });
    expect(settled(text, { way: 'own', own: 'One.\n\nTwo.' })).toMatchObject({ value: 'One.\n\nTwo.' });
  });

  it('is a date as the workbook keeps dates, and a sentence when it is none', () => {
    expect(settled(date, { way: 'own', own: '31 March 2017' })).toMatchObject({ value: '2017-03-31' });
    expect(settled(date, { way: 'own', own: 'last spring' })).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^Type a year/),
    });
  });

  it('is never empty and never longer than the field holds', () => {
    expect(settled(title, { way: 'own', own: '  ' })).toMatchObject({ ok: false });
    expect(settled(title, { way: 'own', own: 'x'.repeat(2_001) })).toMatchObject({ ok: false });
  });

  it('is not a value that has gone since it was chosen', () => {
    expect(settled(title, { way: 'take', taken: 'a record of yesterday' })).toMatchObject({ ok: false });
  });
});

describe('texts to combine', () => {
  it('leave out what was emptied', () => {
    expect(textsToCombine(aConflict({ A: 'One.', B: null, C: 'Two.' }))).toBe('One.\n\n———\n\nTwo.');
  });
});

describe('the editor of a field', () => {
  it('is a choice where people choose, and none where ids or places in an order stand', () => {
    expect(fieldEditor('evidence', 'partner', shippedCatalogue)).toMatchObject({ kind: 'choice' });
    expect(fieldEditor('answer', 'status', shippedCatalogue)).toMatchObject({ kind: 'choice' });
    expect(fieldEditor('action', 'partOf', shippedCatalogue)).toEqual({ kind: 'none' });
    expect(fieldEditor('link', 'linked', shippedCatalogue)).toEqual({ kind: 'none' });
    expect(fieldEditor('kind-of-2030', 'title', shippedCatalogue)).toEqual({ kind: 'none' });
  });

  it('tells a line from a text', () => {
    expect(fieldEditor('evidence', 'title', shippedCatalogue)).toEqual({ kind: 'text', isLine: true });
    expect(fieldEditor('evidence', 'shows', shippedCatalogue)).toEqual({ kind: 'text', isLine: false });
  });
});
