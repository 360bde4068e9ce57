import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { kill, type RunningWorkbook, startWorkbook, temporaryFolder } from './runningWorkbook.ts';

const data = temporaryFolder();
let running: RunningWorkbook;

beforeAll(async () => {
  running = await startWorkbook(data.folder);
});
afterAll(async () => {
  await kill(running);
  data.remove();
});

/** What the policy reports of something that the page does: all of it until `directive` is named, or nothing more comes. */
function violationsWhile(action: string, directive: string): Promise<readonly string[]> {
  // The action is text, so that a bundler does not change it; Playwright's own evaluation is not held by the page's policy.
  return running.page.evaluate(`(async () => {
    const seen = [];
    const note = (event) => seen.push(event.effectiveDirective);
    document.addEventListener('securitypolicyviolation', note);
    try { await (async () => { ${action} })(); } catch { /* Refused on the spot, which is as good. */ }
    const limit = performance.now() + (${JSON.stringify(directive)} === 'worker-src' ? 300 : 30_000);
    while (!seen.join().includes(${JSON.stringify(directive)}) && performance.now() < limit)
      await new Promise((resolve) => setTimeout(resolve, 20));
    document.removeEventListener('securitypolicyviolation', note);
    return seen;
  })()`);
}

describe('Electron security point 7: Content-Security-Policy', () => {
  it.each([
    [
      'an inline script',
      'require-trusted-types-for',
      "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s);",
    ],
    [
      'text made into script',
      'require-trusted-types-for',
      "document.body.insertAdjacentHTML('beforeend', '<p>x</p>');",
    ],
    [
      'a picture from elsewhere',
      'img-src',
      "const i = new Image(); i.src = 'https://example.org/a.png'; document.body.append(i);",
    ],
    [
      'a style sheet from elsewhere',
      'style-src',
      "const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = 'https://example.org/a.css'; document.head.append(l);",
    ],
    [
      'an inline style',
      'style-src',
      "const s = document.createElement('style'); s.textContent = 'body{color:red}'; document.head.append(s);",
    ],
    ['a request elsewhere', 'connect-src', "await fetch('https://example.org/');"],
    ['a socket', 'connect-src', "new WebSocket('wss://example.org/');"],
    ['a beacon', 'connect-src', "navigator.sendBeacon('https://example.org/', 'x');"],
    [
      'a frame',
      'frame-src',
      "const f = document.createElement('iframe'); f.src = 'https://example.org/'; document.body.append(f);",
    ],
    [
      'an object',
      'require-trusted-types-for',
      "const o = document.createElement('object'); o.data = 'https://example.org/'; document.body.append(o);",
    ],
    [
      'a form',
      'form-action',
      "const f = document.createElement('form'); f.action = 'https://example.org/'; document.body.append(f); f.submit();",
    ],
    [
      'another base',
      'base-uri',
      "const b = document.createElement('base'); b.href = 'https://example.org/'; document.head.append(b);",
    ],
    ['a worker from elsewhere', 'worker-src', "new Worker('https://example.org/w.js');"],
    ['sound', 'media-src', "new Audio('https://example.org/a.mp3');"],
  ])('stops %s', async (_what, directive, action) => {
    const seen = await violationsWhile(action, directive);
    // A worker of another origin is refused even before the policy is asked.
    if (directive !== 'worker-src') expect(seen.join(' ')).toContain(directive);
    expect(await running.page.evaluate("'ran' in window")).toBe(false);
  });

  it('stops eval, as text and as a function’s body', async () => {
    // By a timer, because what Playwright evaluates itself may use eval.
    const outcome = await running.page.evaluate(`new Promise((resolve) => setTimeout(() => {
      const failed = (use) => { try { use(); return false; } catch { return true; } };
      resolve([failed(() => eval('1')), failed(() => new Function('return 1')())]);
    }, 10))`);
    expect(outcome).toEqual([true, true]);
  });
});
