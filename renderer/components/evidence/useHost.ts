import { useEffect, useState } from 'react';
import type { WorkbookClient } from '../../../shared/api/client.ts';
import type { StartView } from '../../../shared/api/views/workbookView.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';

type Host = StartView['host'];

/** A page has one host for as long as it is there. */
const known = new WeakMap<WorkbookClient, Host>();

/** Where the page runs: in its own window, with dialogs, or in a browser, where paths are typed; undefined at first. */
export function useHost(): Host | undefined {
  const { client } = useRendererState();
  const [host, setHost] = useState(() => known.get(client));
  useEffect(() => {
    if (host !== undefined) return undefined;
    let isWanted = true;
    client.call('read-start', {}).then(
      (start) => {
        known.set(client, start.host);
        if (isWanted) setHost(start.host);
      },
      // Paths are typed then.
      () => {
        if (isWanted) setHost('browser');
      },
    );
    return () => {
      isWanted = false;
    };
  }, [client, host]);
  return host;
}
