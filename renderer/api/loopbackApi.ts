import { operationNames } from '../../shared/api/operationNames.ts';
import type { Reply } from '../../shared/api/reply.ts';
import type { BeforeClose, Operations, WorkbookApi } from '../../shared/api/workbookApi.ts';

/**
 * Bytes that may be under way with `keepalive`, which a browser goes on sending while its page goes away. It refuses what
 * is beyond 64 KiB over all of them together, with the same error as when nobody answers.
 */
const MOST_KEPT_ALIVE_BYTES = 60_000;
let keptAliveBytes = 0;

/** The api over HTTP on 127.0.0.1: one POST an operation, the session's cookie as proof. */
export function loopbackApi(): WorkbookApi {
  const operations = Object.fromEntries(
    operationNames.map((name) => [name, (input: unknown) => post(name, input)]),
  );
  return {
    // Every operation name has a function above, and the server answers by the same contract.
    operations: operations as unknown as Operations,
    onBeforeClose: flushWhenHidden,
  };
}

async function post(name: string, input: unknown): Promise<Reply<unknown>> {
  const body = JSON.stringify(input);
  const bytes = new TextEncoder().encode(body).length;
  const keepalive = keptAliveBytes + bytes < MOST_KEPT_ALIVE_BYTES;
  if (keepalive) keptAliveBytes += bytes;
  let response: Response;
  try {
    response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-workbook': '1' },
      credentials: 'same-origin',
      keepalive,
      body,
    });
  } catch {
    return notAnswering;
  } finally {
    if (keepalive) keptAliveBytes -= bytes;
  }
  const text = await response.text();
  return isJson(response) ? (JSON.parse(text) as Reply<unknown>) : notAnswering; // The server's replies are checked there.
}

const notAnswering: Reply<never> = {
  ok: false,
  error: {
    code: 'internal',
    message:
      'The program behind this page does not answer. Start it again; what is on the screen has not been lost.',
  },
};

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.includes('json') ?? false;
}

/** A browser waits for nobody, so the text goes out as soon as the page is hidden, and closing asks when that failed. */
function flushWhenHidden(flush: () => Promise<BeforeClose>): () => void {
  let isAllSaved = true;
  const start = async (): Promise<void> => {
    // A passphrase that is still shown keeps the page by itself, for as long as it is.
    isAllSaved = (await flush()) !== false;
  };
  const handleHidden = (): void => {
    if (document.visibilityState === 'hidden') void start();
  };
  const handleLeaving = (): void => {
    void start();
  };
  const handleUnload = (event: BeforeUnloadEvent): void => {
    if (!isAllSaved) event.preventDefault();
    void start();
  };
  document.addEventListener('visibilitychange', handleHidden);
  window.addEventListener('pagehide', handleLeaving);
  window.addEventListener('beforeunload', handleUnload);
  return () => {
    document.removeEventListener('visibilitychange', handleHidden);
    window.removeEventListener('pagehide', handleLeaving);
    window.removeEventListener('beforeunload', handleUnload);
  };
}
