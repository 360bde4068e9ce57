/** The contract's and the encryption's least. */
export const LEAST_PASSPHRASE = 8;

/** With what a packet is locked: the proposed passphrase, one of the person's own, or on purpose nothing. */
export type PassphraseChoice = {
  readonly way: 'proposed' | 'own';
  readonly own: string;
  readonly isPlain: boolean;
};

export const proposedPassphrase: PassphraseChoice = { way: 'proposed', own: '', isPlain: false };

/** What is wrong with a passphrase of one's own, or undefined. */
export function passphraseProblem({ way, own, isPlain }: PassphraseChoice): string | undefined {
  if (isPlain || way === 'proposed' || own.trim().length >= LEAST_PASSPHRASE) return undefined;
  return `Type at least ${LEAST_PASSPHRASE} characters, or use the proposed passphrase.`;
}

/** The passphrase to lock with; null for none. Spaces around it are left off: nobody hears them on the phone. */
export function passphraseOf(choice: PassphraseChoice, proposed: string): string | null {
  if (choice.isPlain) return null;
  return choice.way === 'own' ? choice.own.trim() : proposed;
}
