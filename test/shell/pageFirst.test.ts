import type { OnCompletedListenerDetails } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageFirst } from '../../electron/shell/pageFirst.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const page = 'app://workbook/index.html';
const script = 'app://workbook/assets/index-1.js';
const part = 'app://workbook/assets/runtime-2.js';
const style = 'app://workbook/assets/index-3.css';
const letters = 'app://workbook/assets/roboto-4.woff2';

/** A page whose requests are answered, and whether whoever waits for it has been told. */
function started() {
  let completed: (details: OnCompletedListenerDetails) => void = () => {};
  const answer = vi.fn();
  const first = pageFirst(answer, {
    // The one of its forms that is used here.
    onCompleted: ((listener: typeof completed) => (completed = listener)) as never,
  });
  let isTold = false;
  void first.handedOut.then(() => (isTold = true));
  return {
    answer,
    ask: (...urls: readonly string[]) => {
      for (const url of urls) first.answer({ url, method: 'GET' }, vi.fn());
    },
    has: async (url: string) => {
      // Of all that Electron says of a request only its address is looked at.
      completed({ url } as OnCompletedListenerDetails);
      await vi.advanceTimersByTimeAsync(0);
    },
    isTold: () => isTold,
  };
}

describe('letting the page go first', () => {
  it('tells once the page has its style, its letters and every script that it has asked for', async () => {
    const { ask, has, isTold } = started();
    ask(page);
    await has(page);
    ask(script, part, letters, style);
    await has(part);
    await has(style);
    expect(isTold()).toBe(false);
    await has(script);
    expect(isTold()).toBe(false);
    await has(letters);
    expect(isTold()).toBe(true);
  });

  it('does not take the page for served while its style is still to come', async () => {
    const { ask, has, isTold } = started();
    ask(page, script);
    await has(page);
    await has(script);
    expect(isTold()).toBe(false);
    ask(style);
    await has(style);
    expect(isTold()).toBe(true);
  });

  it('leaves every answer to the page’s own scheme', () => {
    const { answer, ask } = started();
    ask(page, script);
    expect(answer.mock.calls.map(([request]) => request.url)).toEqual([page, script]);
  });

  it('does not wait for ever for a page that asks for nothing', async () => {
    const { isTold } = started();
    await vi.advanceTimersByTimeAsync(1_999);
    expect(isTold()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isTold()).toBe(true);
  });
});
