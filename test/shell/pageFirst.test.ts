import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageFirst } from '../../electron/shell/pageFirst.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page whose files are there, and whether whoever waits for it has been told. */
function started() {
  const page = pageFirst(() => Promise.resolve(new Response('a file')));
  let isTold = false;
  void page.handedOut.then(() => (isTold = true));
  return { page, isTold: () => isTold };
}

describe('letting the page go first', () => {
  it('tells once style and script are out and nothing more is asked for', async () => {
    const { page, isTold } = started();
    await page.answer(new Request('app://workbook/assets/index.css'));
    await vi.advanceTimersByTimeAsync(9);
    await page.answer(new Request('app://workbook/assets/index.js'));
    await vi.advanceTimersByTimeAsync(9);
    expect(isTold()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isTold()).toBe(true);
  });

  it('does not tell when only the page itself is out', async () => {
    const { page, isTold } = started();
    await page.answer(new Request('app://workbook/index.html'));
    await vi.advanceTimersByTimeAsync(100);
    expect(isTold()).toBe(false);
  });

  it('does not wait for ever for a page that asks for nothing', async () => {
    const { isTold } = started();
    await vi.advanceTimersByTimeAsync(400);
    expect(isTold()).toBe(true);
  });
});
