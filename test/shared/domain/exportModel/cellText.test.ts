import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, fitsCell, LONGEST_CELL } from '../../../../shared/domain/exportModel/cellText.ts';
import { excelEscape, excelUnescape } from '../../../../shared/domain/exportModel/excelEscape.ts';
import { propertyRuns } from '../../../builders/propertyRuns.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({
    unit: fc.constantFrom('_x0041_', '\r\n', '\r', '\u0000', '\ud800', '=', '\n', 'é', '👩‍👩‍👧', ' '),
    maxLength: 600,
  }),
  fc.string({ unit: 'grapheme', maxLength: 90 }).map((text) => text.repeat(900)),
);

describe('a text in a cell', () => {
  it('stays exactly as it is when nothing in it needs care', () => {
    for (const text of [
      '',
      '=1+1',
      '+44',
      '-2 points',
      '@home',
      ' spaces ',
      'tab\tand\nlines',
      '👩‍👩‍👧 é',
      '\u202Eabc',
    ]) {
      expect(cellText(text)).toEqual({ pieces: [text], changes: [] });
    }
  });

  it('survives whole, or says what was changed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { pieces, changes } = cellText(text);
        const whole = pieces.join('');
        expect(whole === text).toBe(changes.every((change) => change === 'continued'));
        expect(whole.isWellFormed()).toBe(true);
        expect(pieces.every(fitsCell)).toBe(true);
        expect(pieces.length > 1).toBe(changes.includes('continued'));
      }),
      propertyRuns(1_000),
    );
  });

  it('loses control characters, and says so', () => {
    expect(cellText('a\u0000b\u0007c')).toEqual({ pieces: ['abc'], changes: ['control-characters'] });
  });

  it('leaves a mark where there was nothing but control characters', () => {
    expect(cellText('\u0001')).toEqual({ pieces: ['\uFFFD'], changes: ['control-characters'] });
  });

  it('gets one form of line ends, and says so', () => {
    expect(cellText('a\r\nb\rc')).toEqual({ pieces: ['a\nb\nc'], changes: ['line-ends'] });
  });

  it('gets a replacement for half a character, and says so', () => {
    expect(cellText('a\ud83db')).toEqual({ pieces: ['a\uFFFDb'], changes: ['broken-characters'] });
  });

  it('goes on in a further piece above the limit of a cell, between words', () => {
    const text = 'word '.repeat(10_000);
    const { pieces } = cellText(text);
    expect(pieces.length).toBe(2);
    expect(pieces[0]?.length).toBeLessThan(LONGEST_CELL);
    expect(pieces[0]?.endsWith('word ')).toBe(true);
  });

  it('is never cut inside a character that people see', () => {
    const family = '👩‍👩‍👧';
    const { pieces } = cellText(family.repeat(9_000));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.every((piece) => piece.length % family.length === 0)).toBe(true);
  });

  it('goes on in a further piece after 253 line breaks', () => {
    const { pieces } = cellText('x\n'.repeat(600));
    expect(pieces.map((piece) => piece.split('\n').length - 1)).toEqual([253, 253, 94]);
  });
});

describe('the spelling of a text in a file', () => {
  it('keeps what looks like an escaped character', () => {
    expect(excelEscape('_x0041_')).toBe('_x005F_x0041_');
    expect(excelUnescape('_x005F_x0041_')).toBe('_x0041_');
  });

  it('is read as the text that it was made of', () => {
    const parts = fc.array(fc.constantFrom('_', 'x', '_x', '0041', '_x0041_', '_x005F_', 'é', ' '), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(parts, (words) => {
        expect(excelUnescape(excelEscape(words.join('')))).toBe(words.join(''));
      }),
      propertyRuns(2_000),
    );
  });
});
