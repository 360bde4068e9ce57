import { useState } from 'react';
import type { HandOverPart } from '../../../shared/api/views/consolidationView.ts';
import { keepPassphrase } from './keptPassphrases.ts';
import {
  passphraseOf,
  passphraseProblem,
  proposedPassphrase,
  type PassphraseChoice,
} from './passphraseChoice.ts';
import { useProposedPassphrase } from './useProposedPassphrase.ts';
import type { Action } from '../../state/useAction.ts';

export type PacketLock = {
  readonly choice: PassphraseChoice;
  readonly setChoice: (choice: PassphraseChoice) => void;
  /** Undefined until the first has arrived. */
  readonly proposed: string | undefined;
  readonly another: Action<[]>;
  /** What is wrong with the choice, once somebody has tried to go on. */
  readonly problem: string | undefined;
  /** The passphrase as chosen, null for none on purpose; undefined while something is wrong, which is said from then on. */
  readonly take: () => string | null | undefined;
};

/** With what packets of a part are locked. `arrived` is the passphrase that came with the count of what goes in. */
export function usePacketLock(part: HandOverPart, arrived: string | undefined): PacketLock {
  const { proposed, another } = useProposedPassphrase(part, arrived);
  const [choice, setChoice] = useState(proposedPassphrase);
  const [isAsked, setIsAsked] = useState(false);
  const problem = passphraseProblem(choice);
  return {
    choice,
    setChoice,
    proposed,
    another,
    problem: isAsked ? problem : undefined,
    take: () => {
      setIsAsked(true);
      return problem !== undefined || proposed === undefined ? undefined : passphraseOf(choice, proposed);
    },
  };
}

/** Starts what writes packets, and keeps the passphrase in view until it is put away. */
export async function startLocked(
  start: () => Promise<{ readonly job: string | null }>,
  passphrase: string | null,
): Promise<{ readonly job: string | null }> {
  const started = await start();
  if (started.job !== null && passphrase !== null) keepPassphrase(started.job, passphrase);
  return started;
}
