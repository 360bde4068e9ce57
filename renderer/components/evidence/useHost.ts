import { useView } from '../../state/useView.ts';

/** Where the page runs: in its own window, with dialogs, or in a browser, where paths are typed; undefined at first. */
export function useHost(): 'electron' | 'browser' | 'terminal' | undefined {
  return useView('read-start', {}).value?.host;
}
