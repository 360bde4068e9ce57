import { describe, expect, it } from 'vitest';
import { combinationOf, keys } from '../../../renderer/state/keys.ts';

const pressed = (key: string, held: Partial<Parameters<typeof combinationOf>[0]> = {}) =>
  combinationOf({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });

describe('combinationOf', () => {
  it('names letters the same whether or not Shift or Caps Lock makes them capitals', () => {
    expect(pressed('g')).toBe('G');
    expect(pressed('G', { shiftKey: true })).toBe('G');
  });

  it('names the question mark without the Shift that types it', () => {
    expect(pressed('?', { shiftKey: true })).toBe('?');
  });

  it('names modifiers in one order', () => {
    expect(pressed('z', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+Z');
    expect(pressed('ArrowRight', { altKey: true })).toBe('Alt+ArrowRight');
  });
});

describe('keys', () => {
  it('gives no combination to two shortcuts that can be wanted at the same time', () => {
    const combinations = (...places: readonly string[]) =>
      Object.values(keys)
        .filter(({ where }) => places.includes(where))
        .flatMap((description): readonly string[] => description.keys);
    for (const place of ['Walk', 'To settle']) {
      const all = combinations('Everywhere', place);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});
