import { expect, it } from 'vitest';
import { markedPassages } from '../../../../renderer/screens/search/markedPassages.ts';

it('splits an excerpt at the signs around matches', () => {
  expect(markedPassages('the \u0002joint\u0003 \u0002train\u0003ing log')).toEqual([
    { text: 'the ', isMatch: false },
    { text: 'joint', isMatch: true },
    { text: ' ', isMatch: false },
    { text: 'train', isMatch: true },
    { text: 'ing log', isMatch: false },
  ]);
});

it('shows an excerpt without matches, or with an unclosed one, as it is', () => {
  expect(markedPassages('plain')).toEqual([{ text: 'plain', isMatch: false }]);
  expect(markedPassages('a \u0002b')).toEqual([
    { text: 'a ', isMatch: false },
    { text: 'b', isMatch: true },
  ]);
  expect(markedPassages('')).toEqual([]);
});
