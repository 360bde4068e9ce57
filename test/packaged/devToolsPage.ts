import * as z from 'zod';

const targetsSchema = z.array(
  z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string() }),
);
const answerSchema = z.object({
  id: z.number(),
  error: z.object({ message: z.string() }).optional(),
  result: z
    .object({
      result: z.object({ value: z.unknown() }).optional(),
      exceptionDetails: z.object({ text: z.string() }).optional(),
    })
    .optional(),
});

/** The page of a running Electron, seen through its DevTools port. Playwright cannot speak to Electron this way. */
export interface DevToolsPage {
  /** Runs an expression in the page and gives its value, which must be JSON. Rejects when the page throws. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly disconnect: () => void;
}

/** Connects to the only page behind a DevTools port; null while it is not there or has no address of its own yet. */
export async function connectToPage(port: number): Promise<DevToolsPage | null> {
  const response = await fetch(`http://127.0.0.1:${port}/json/list`);
  const page = targetsSchema.parse(await response.json()).find(isLoaded);
  if (page === undefined) return null;
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.addEventListener('open', () => resolve(true));
    // A page that has gone since it was listed, for the next one to come.
    socket.addEventListener('error', () => resolve(false));
  });
  if (!isOpen) return null;
  let lastId = 0;
  const connected: DevToolsPage = {
    evaluate: (expression) => {
      lastId += 1;
      return evaluate(socket, lastId, expression);
    },
    disconnect: () => socket.close(),
  };
  if (await hasDocument(connected)) return connected;
  connected.disconnect();
  return null;
}

async function hasDocument(page: DevToolsPage): Promise<boolean> {
  try {
    return (await page.evaluate('document.readyState')) === 'complete';
  } catch {
    // Between two documents there is nothing to run an expression in.
    return false;
  }
}

function isLoaded(target: { readonly type: string; readonly url: string }): boolean {
  return target.type === 'page' && target.url !== '' && target.url !== 'about:blank';
}

function evaluate(socket: WebSocket, id: number, expression: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onClose = (): void => reject(new Error('The program closed the connection'));
    const onMessage = (event: MessageEvent): void => {
      const answer = answerSchema.safeParse(JSON.parse(String(event.data)));
      if (!answer.success || answer.data.id !== id) return;
      socket.removeEventListener('message', onMessage);
      socket.removeEventListener('close', onClose);
      const thrown = answer.data.error?.message ?? answer.data.result?.exceptionDetails?.text;
      if (thrown !== undefined) reject(new Error(thrown));
      else resolve(answer.data.result?.result?.value);
    };
    socket.addEventListener('message', onMessage);
    socket.addEventListener('close', onClose);
    const params = { expression, awaitPromise: true, returnByValue: true };
    socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
  });
}
