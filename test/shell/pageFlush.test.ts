import type { IpcMain, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';

import { startAddress } from '../../electron/shell/pageAddress.ts';
import { createPageFlush } from '../../electron/shell/pageFlush.ts';

const ourFrame = { url: startAddress, parent: null };

function flushing(page: { readonly crashed?: boolean; readonly url?: string } = {}) {
  let listener: (event: unknown, question: unknown, saved: unknown) => void = () => {};
  const asked: unknown[] = [];
  const ipcMain = { on: (_channel: string, given: typeof listener) => void (listener = given) };
  const contents = {
    isDestroyed: () => false,
    isCrashed: () => page.crashed ?? false,
    mainFrame: { url: page.url ?? startAddress, parent: null },
    send: (_channel: string, question: unknown) => void asked.push(question),
  };
  // Only what the flush uses of either is there.
  const flush = createPageFlush(ipcMain as unknown as IpcMain);
  return {
    asked,
    ask: (limitMs = 1_000) => flush(contents as unknown as WebContents, limitMs),
    answer: (question: unknown, saved: unknown, frame: object | null = ourFrame) =>
      listener({ senderFrame: frame }, question, saved),
    flush,
  };
}

describe('asking the page to save', () => {
  it('answers what the page answers', async () => {
    const { ask, answer, asked } = flushing();
    const first = ask();
    answer(asked[0], true);
    expect(await first).toBe('saved');
    const second = ask();
    answer(asked[1], false);
    expect(await second).toBe('not-saved');
    const third = ask();
    answer(asked[2], 'passphrase-shown');
    expect(await third).toBe('passphrase-shown');
  });

  it.each([undefined, null, 1, 'true', {}])('takes %s for not saved', async (saved) => {
    const { ask, answer, asked } = flushing();
    const asking = ask();
    answer(asked[0], saved);
    expect(await asking).toBe('not-saved');
  });

  it('waits no longer than it was told', async () => {
    expect(await flushing().ask(20)).toBe('no-answer');
  });

  it('does not listen to another frame or to an answer to another question', async () => {
    const { ask, answer, asked } = flushing();
    const asking = ask(50);
    answer(asked[0], true, { url: startAddress, parent: {} });
    answer(asked[0], true, { url: 'https://example.org/', parent: null });
    answer(99, true);
    answer('1', true);
    expect(await asking).toBe('no-answer');
  });

  it('has nothing to wait for when the page is gone or not ours', async () => {
    const { flush } = flushing();
    expect(await flush(null, 1_000)).toBe('saved');
    expect(await flushing({ crashed: true }).ask()).toBe('saved');
    expect(await flushing({ url: 'about:blank' }).ask()).toBe('saved');
  });
});
