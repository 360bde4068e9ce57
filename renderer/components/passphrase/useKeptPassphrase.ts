import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Job } from '../jobs/useJob.ts';
import { keptPassphrases, putPassphraseAway } from './keptPassphrases.ts';

/** The passphrase of the file that this job wrote, while it has not been put away. That of a job that failed is let go. */
export function useKeptPassphrase(job: Job): string | undefined {
  const { id = '', state } = job.view ?? {};
  const passphrase = useStore(keptPassphrases, ({ byJob }) => byJob[id]);
  const isVoid = passphrase !== undefined && (state === 'failed' || state === 'cancelled');
  useEffect(() => {
    if (isVoid) putPassphraseAway(id);
  }, [isVoid, id]);
  return passphrase;
}
