import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { loopbackApi } from '../../../renderer/api/loopbackApi.ts';

const answered = vi.fn<(address: string, init: RequestInit) => Promise<Response>>();
beforeEach(() => void vi.stubGlobal('fetch', answered));
afterEach(() => {
  vi.unstubAllGlobals();
  answered.mockReset();
});

const json = (body: unknown) =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

describe('the loopback client', () => {
  it('posts an operation with the header that a foreign page cannot send', async () => {
    answered.mockResolvedValue(json({ ok: true, value: { folder: null } }));
    const reply = await loopbackApi().operations['choose-workbook']({});
    expect(reply).toEqual({ ok: true, value: { folder: null } });
    const [address, init] = answered.mock.calls[0] ?? [];
    expect(address).toBe('/api/choose-workbook');
    expect(init).toMatchObject({
      method: 'POST',
      body: '{}',
      headers: { 'x-workbook': '1', 'content-type': 'application/json' },
    });
  });

  it('answers that the program is not there when it cannot be reached, or answers with a page', async () => {
    answered.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await loopbackApi().operations['read-workbook']({})).toMatchObject({ ok: false });
    answered.mockResolvedValueOnce(new Response('Forbidden', { status: 403 }));
    expect(await loopbackApi().operations['read-workbook']({})).toMatchObject({ ok: false });
  });

  it('lets a small save outlive its page, and sends a large one without that promise', async () => {
    answered.mockImplementation(async () => json({ ok: true, value: {} }));
    await loopbackApi().operations['save-emergency-text']({ text: 'short' });
    await loopbackApi().operations['save-emergency-text']({ text: 'x'.repeat(70_000) });
    expect(answered.mock.calls.map(([, init]) => init.keepalive)).toEqual([true, false]);
  });

  it('counts what a browser counts: bytes, of everything that is under way', async () => {
    const answers: ((answer: Response) => void)[] = [];
    answered.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const keptAlive = () => answered.mock.calls.map(([, init]) => init.keepalive);
    const { operations } = loopbackApi();
    // A curly quote is one sign and three bytes.
    const quotes = operations['save-emergency-text']({ text: '’'.repeat(30_000) });
    expect(keptAlive()).toEqual([false]);
    const first = operations['save-emergency-text']({ text: 'x'.repeat(40_000) });
    const second = operations['save-emergency-text']({ text: 'x'.repeat(40_000) });
    expect(keptAlive()).toEqual([false, true, false]);
    for (const answer of answers) answer(json({ ok: true, value: {} }));
    await Promise.all([quotes, first, second]);
    const third = operations['save-emergency-text']({ text: 'x'.repeat(40_000) });
    expect(keptAlive()).toEqual([false, true, false, true]);
    answers.at(-1)?.(json({ ok: true, value: {} }));
    await third;
  });

  it('saves when the page goes away, and asks before closing once that has failed', async () => {
    let isSaved = false;
    const flush = vi.fn(async () => isSaved);
    const stop = loopbackApi().onBeforeClose(flush);
    window.dispatchEvent(new Event('pagehide'));
    await flush.mock.results[0]?.value;
    const closing = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(closing);
    expect(closing.defaultPrevented).toBe(true);
    isSaved = true;
    window.dispatchEvent(new Event('pagehide'));
    await Promise.all(flush.mock.results.map(({ value }) => value));
    const later = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(later);
    expect(later.defaultPrevented).toBe(false);
    stop();
    const calls = flush.mock.calls.length;
    window.dispatchEvent(new Event('pagehide'));
    expect(flush.mock.calls.length).toBe(calls);
  });
});
