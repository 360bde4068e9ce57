import { webcrypto } from 'node:crypto';

// The encryption takes its random bytes from the web's `crypto`. Node 18, which is in Electron, does not have it as a global.
if (Reflect.get(globalThis, 'crypto') === undefined)
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
