import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';

it('encrypts and opens again where the web’s crypto is no global, as in Electron’s Node', async () => {
  Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
  const { decrypted, encrypted } = await import('../../electron/packets/passphraseCipher.ts');
  const sealed = await buffer(await encrypted(Readable.from([Buffer.from('A secret')]), 'one-two-three'));
  const opened = await decrypted(sealed, () => Readable.from([sealed]), ['one-two-three']);
  expect((await buffer(opened)).toString()).toBe('A secret');
});
