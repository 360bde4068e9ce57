import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { WordDifferences } from '../../../../renderer/screens/history/WordDifferences.tsx';

it('compares two texts once, however often what is around them is drawn', () => {
  const match = vi.spyOn(String.prototype, 'match');
  const { rerender } = render(<WordDifferences before="two of five" after="two of six" />);
  const once = match.mock.calls.length;
  rerender(<WordDifferences before="two of five" after="two of six" isWhole />);
  expect(match.mock.calls.length).toBe(once);
  match.mockRestore();
  expect(screen.getByText('six')).toBeInTheDocument();
});

it('leaves out the middle of a long stretch that is the same, and cuts no word', () => {
  const same = 'protocols lapsed '.repeat(40);
  const { container } = render(<WordDifferences before={`two ${same}`} after={`three ${same}`} />);
  expect(container).toHaveTextContent(
    /three\] (protocols lapsed )+(protocols )?\[…\] (lapsed )?(protocols lapsed ?)+$/,
  );
});
