import { normalPassphrase } from '../../../shared/domain/consolidation/proposePassphrase.ts';

/** Each passphrase as it was typed and, where that is another, as it was meant. */
export function asTyped(passphrases: readonly string[]): readonly string[] {
  return [...new Set(passphrases.flatMap((typed) => [typed, normalPassphrase(typed)]))];
}
