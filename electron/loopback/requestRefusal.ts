import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export type RequestFacts = { readonly method: string; readonly headers: IncomingHttpHeaders };

/** What a request is measured against: the address that this run serves and the token that it printed. */
export type OwnAddress = { readonly host: string; readonly token: string; readonly cookieName: string };

export type Refusal = { readonly status: 400 | 401 | 403 | 405 | 415; readonly message: string };

/**
 * Says why a request for a file or an operation is refused, or null.
 *
 * `Host` must be exactly ours, or another site could reach us through a name of its own (DNS rebinding). The cookie must
 * hold this run's token, or another user of the computer could come in. A request that another page caused is refused.
 */
export function requestRefusal(request: RequestFacts, own: OwnAddress): Refusal | null {
  if (request.headers.host !== own.host)
    return { status: 403, message: 'This is not the address of the workbook.' };
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `http://${own.host}`) return foreignPage;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return foreignPage;
  if (!holdsToken(request.headers.cookie, own)) {
    return { status: 401, message: 'Open the address that the program printed when it started.' };
  }
  return null;
}

/** Says why a request for an operation is refused beyond `requestRefusal`, or null. */
export function operationRefusal(request: RequestFacts, own: OwnAddress): Refusal | null {
  if (request.method !== 'POST') return { status: 405, message: 'Operations are asked for with POST.' };
  // A form or an image of another page can send neither this header nor this type without asking first.
  if (request.headers['x-workbook'] !== '1')
    return { status: 400, message: 'The header X-Workbook is missing.' };
  if (request.headers.origin !== `http://${own.host}`) return foreignPage;
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json(;|$)/i.test(type)) return { status: 415, message: 'Only JSON is taken.' };
  return null;
}

/** Whether two tokens are the same, in a time that does not tell how much of them is. */
export function sameToken(given: string, expected: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}

const foreignPage: Refusal = { status: 403, message: 'Another page can’t use the workbook.' };

function holdsToken(cookies: string | undefined, own: OwnAddress): boolean {
  const wanted = `${own.cookieName}=`;
  const cookie = (cookies ?? '').split('; ').find((part) => part.startsWith(wanted));
  return cookie !== undefined && sameToken(cookie.slice(wanted.length), own.token);
}
