import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ScreenHeading } from '../../../renderer/components/ScreenHeading.tsx';

afterEach(() => vi.restoreAllMocks());

/** A window in which headings end at `bottom`; answers how they were brought into sight. */
function windowWhereHeadingsEndAt(bottom: number): unknown[] {
  const asked: unknown[] = [];
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(
    new DOMRect(0, bottom - 30, 300, 30),
  );
  Object.assign(HTMLElement.prototype, { scrollIntoView: (how: unknown) => asked.push(how) });
  return asked;
}

describe('the heading of a screen', () => {
  it('is brought to the top where the frame above it fills a much enlarged window', () => {
    const asked = windowWhereHeadingsEndAt(window.innerHeight + 200);
    render(<ScreenHeading title="Evidence" />);
    expect(screen.getByRole('heading', { name: 'Evidence' })).toHaveFocus();
    expect(asked).toEqual([{ block: 'start' }]);
  });

  it('moves nothing where it is in sight', () => {
    const asked = windowWhereHeadingsEndAt(100);
    render(<ScreenHeading title="Evidence" />);
    expect(asked).toEqual([{ block: 'nearest' }]);
  });
});
