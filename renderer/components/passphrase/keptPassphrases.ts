import { createStore } from 'zustand/vanilla';
import type { BeforeClose } from '../../../shared/api/workbookApi.ts';

/**
 * The passphrases of files just written, by the job that wrote them, until the person puts them away. Only in the page's
 * memory: a look at another screen must not lose one, and no disk may have one. As long as there is one, a browser asks
 * before it leaves the page.
 */
export const keptPassphrases = createStore<{ readonly byJob: Readonly<Record<string, string>> }>(() => ({
  byJob: {},
}));

keptPassphrases.subscribe(({ byJob }) => {
  if (Object.keys(byJob).length === 0) window.removeEventListener('beforeunload', askBeforeLeaving);
  else window.addEventListener('beforeunload', askBeforeLeaving);
});

/** Keeps a passphrase until it is put away. */
export function keepPassphrase(job: string, passphrase: string): void {
  keptPassphrases.setState({ byJob: { ...keptPassphrases.getState().byJob, [job]: passphrase } });
}

/** Forgets the passphrase of that job. */
export function putPassphraseAway(job: string): void {
  const { [job]: _passphrase, ...byJob } = keptPassphrases.getState().byJob;
  keptPassphrases.setState({ byJob });
}

/** What the page answers before the window closes. */
export function answerBeforeClose(): Promise<BeforeClose> {
  const isAnyShown = Object.keys(keptPassphrases.getState().byJob).length > 0;
  return Promise.resolve(isAnyShown ? 'passphrase-shown' : true);
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
