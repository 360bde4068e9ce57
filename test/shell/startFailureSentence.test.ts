import { describe, expect, it } from 'vitest';

import { startFailureSentence } from '../../electron/shell/startFailureSentence.ts';

describe('the sentence for a start that fails', () => {
  it.each([
    ['ERR_DLOPEN_FAILED', /Install the program again/],
    ['MODULE_NOT_FOUND', /Install the program again/],
    ['EACCES', /can’t write to its folder, \/data/],
    ['EROFS', /can’t write to its folder, \/data/],
    ['ENOSPC', /is full/],
    ['EOTHER', /Details are in the log/],
  ])('says for %s what to do', (code, sentence) => {
    const cause = Object.assign(new Error(`at Object.<anonymous> (/x/y.js) ${code}`), { code });
    expect(startFailureSentence(cause, '/data')).toMatch(sentence);
    expect(startFailureSentence(cause, '/data')).not.toMatch(/Object|y\.js|E[A-Z]{4}/);
  });

  it('says something plain for anything else', () => {
    for (const cause of [undefined, null, 'text', new TypeError('x is undefined')]) {
      expect(startFailureSentence(cause, '/data')).toMatch(/Your workbooks are not affected/);
    }
  });
});
