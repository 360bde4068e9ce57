import { expect, it } from 'vitest';
import {
  answerBeforeClose,
  keepPassphrase,
  putPassphraseAway,
} from '../../../../renderer/components/passphrase/keptPassphrases.ts';

it('the window is not closed unasked while the passphrase of any file just written is shown', async () => {
  expect(await answerBeforeClose()).toBe(true);
  keepPassphrase('first', 'one-two-three');
  keepPassphrase('second', 'four-five-six');
  expect(await answerBeforeClose()).toBe('passphrase-shown');
  putPassphraseAway('first');
  expect(await answerBeforeClose()).toBe('passphrase-shown');
  putPassphraseAway('second');
  expect(await answerBeforeClose()).toBe(true);
});
