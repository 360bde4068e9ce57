import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageFirst } from '../../electron/shell/pageFirst.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const file = 'a file of many words '.repeat(10_000);

/** A page whose files are there, and whether whoever waits for it has been told. */
function started() {
  const page = pageFirst(() => Promise.resolve(new Response(file, { headers: { 'X-Kind': 'script' } })));
  let isTold = false;
  void page.handedOut.then(() => (isTold = true));
  return { page, isTold: () => isTold };
}

describe('letting the page go first', () => {
  it('tells once style and script have been taken to the end and nothing more is asked for', async () => {
    const { page, isTold } = started();
    const style = await page.answer(new Request('app://workbook/assets/index.css'));
    const script = await page.answer(new Request('app://workbook/assets/index.js'));
    await style.text();
    await vi.advanceTimersByTimeAsync(50);
    expect(isTold()).toBe(false);
    await script.text();
    await vi.advanceTimersByTimeAsync(4);
    expect(isTold()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isTold()).toBe(true);
  });

  it('hands the files on whole, with what is said about them', async () => {
    const { page } = started();
    const script = await page.answer(new Request('app://workbook/assets/index.js'));
    expect(script.headers.get('X-Kind')).toBe('script');
    expect(await script.text()).toBe(file);
  });

  it('goes on when the page does not want the rest of a file', async () => {
    const { page, isTold } = started();
    const script = await page.answer(new Request('app://workbook/assets/index.js'));
    await script.body?.cancel();
    await vi.advanceTimersByTimeAsync(5);
    expect(isTold()).toBe(true);
  });

  it('does not tell when only the page itself is out', async () => {
    const { page, isTold } = started();
    await (await page.answer(new Request('app://workbook/index.html'))).text();
    await vi.advanceTimersByTimeAsync(100);
    expect(isTold()).toBe(false);
  });

  it('does not wait for ever for a page that asks for nothing', async () => {
    const { isTold } = started();
    await vi.advanceTimersByTimeAsync(400);
    expect(isTold()).toBe(true);
  });
});
