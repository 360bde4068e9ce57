import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { pageHeaders } from '../ipc/contentSecurityPolicy.ts';
import type { Dispatch } from '../ipc/dispatcher.ts';
import type { PageFiles } from '../ipc/pageFiles.ts';
import { onwardPage } from './openingPage.ts';
import { readJson } from './readJson.ts';
import { operationRefusal, type OwnAddress, requestRefusal, sameToken } from './requestRefusal.ts';

export type LoopbackServer = {
  /** The address to open: it carries the token, once, for the cookie. */
  readonly address: string;
  /** A further address, which lets in whoever opens it first and nobody after; `onOpened` is told of that. */
  readonly addressForOnce: (code: string, onOpened: () => void) => string;
  /** Lets requests that came in finish, then stops. */
  readonly stop: () => Promise<void>;
};

type Serving = {
  readonly own: OwnAddress;
  readonly files: PageFiles;
  readonly dispatch: Dispatch;
  /** Codes that open the workbook once, each with whom to tell. */
  readonly once: Map<string, () => void>;
};

/**
 * Serves the built page and the operations to a browser on this computer alone: 127.0.0.1, a port that the system picks,
 * and a token for this run. The first visit exchanges the token for a cookie that no script can read.
 */
export async function serveLoopback(
  files: PageFiles,
  dispatch: Dispatch,
  token: string,
): Promise<LoopbackServer> {
  // Known only once the port is; no request can come in before.
  let serving: Serving | undefined;
  const server = createServer((request, response) => {
    if (serving === undefined) return void response.destroy();
    answer(request, response, serving).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The loopback server has no port');
  const host = `127.0.0.1:${bound.port}`;
  // Cookies are shared by all ports of a host, so the port is part of the name.
  const once = new Map<string, () => void>();
  serving = { own: { host, token, cookieName: `workbook-${bound.port}` }, files, dispatch, once };
  return {
    address: `http://${host}/?token=${token}`,
    addressForOnce: (code, onOpened) => {
      once.set(code, onOpened);
      return `http://${host}/?once=${code}`;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { own } = serving;
  const url = new URL(request.url ?? '/', `http://${own.host}`);
  const given = url.searchParams.get('token');
  if (given !== null) return firstVisit(request, response, own, given);
  const code = url.searchParams.get('once');
  if (code !== null) return onlyVisit(request, response, serving, code);
  const facts = { method: request.method ?? '', headers: request.headers };
  const refusal = requestRefusal(facts, own);
  if (refusal !== null) return answerText(response, refusal.status, refusal.message);
  if (url.pathname.startsWith('/api/')) {
    const refusedOperation = operationRefusal(facts, own);
    if (refusedOperation !== null)
      return answerText(response, refusedOperation.status, refusedOperation.message);
    return answerOperation(request, response, url.pathname.slice('/api/'.length), serving.dispatch);
  }
  if (facts.method !== 'GET') return answerText(response, 405, 'Files are asked for with GET.');
  await answerFile(response, url.pathname, serving.files);
}

/** Makes the token of the printed address a cookie and sends the browser on to the address without it. */
function firstVisit(
  request: IncomingMessage,
  response: ServerResponse,
  own: OwnAddress,
  given: string,
): void {
  if (request.headers.host !== own.host || request.method !== 'GET' || !sameToken(given, own.token)) {
    return answerText(response, 403, 'This address is not the one that the program printed.');
  }
  response.writeHead(303, { ...pageHeaders, 'Set-Cookie': cookieOf(own), Location: '/' }).end();
}

/**
 * As `firstVisit`, for a code that is then used up. The browser comes from a file, which is another site: led on by a
 * redirection it would keep the cookie to itself, so a page of our own leads it on.
 */
function onlyVisit(
  request: IncomingMessage,
  response: ServerResponse,
  { own, once }: Serving,
  code: string,
): void {
  const known = [...once.keys()].find((one) => sameToken(code, one));
  if (request.headers.host !== own.host || request.method !== 'GET' || known === undefined) {
    return answerText(response, 403, 'This address has been used. Open the one that the program printed.');
  }
  const tell = once.get(known);
  once.delete(known);
  tell?.();
  response
    .writeHead(200, {
      ...pageHeaders,
      'Set-Cookie': cookieOf(own),
      'Content-Type': 'text/html; charset=utf-8',
    })
    .end(onwardPage('/'));
}

function cookieOf(own: OwnAddress): string {
  return `${own.cookieName}=${own.token}; HttpOnly; SameSite=Strict; Path=/`;
}

async function answerOperation(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  dispatch: Dispatch,
): Promise<void> {
  const body = await readJson(request);
  if (!body.ok) {
    return answerText(
      response,
      body.tooLarge ? 413 : 400,
      body.tooLarge ? 'The request is too long.' : 'Only JSON is taken.',
    );
  }
  const reply = await dispatch(name, body.value);
  response
    .writeHead(200, { ...pageHeaders, 'Content-Type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(reply));
}

async function answerFile(response: ServerResponse, address: string, files: PageFiles): Promise<void> {
  const file = files.get(address);
  if (file === undefined) return answerText(response, 404, 'There is nothing at this address.');
  response
    .writeHead(200, { ...pageHeaders, 'Content-Type': file.contentType })
    .end(await readFile(file.path));
}

function answerText(response: ServerResponse, status: number, message: string): void {
  response
    .writeHead(status, { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8' })
    .end(`${message}\n`);
}
