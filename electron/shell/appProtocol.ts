import type { CustomScheme, ProtocolRequest, ProtocolResponse } from 'electron';

import { pageHeaders } from '../ipc/contentSecurityPolicy.ts';
import type { PageFiles } from '../ipc/pageFiles.ts';
import { pageScheme, isAllowedRequest } from './pageAddress.ts';

/** What the page's scheme may do: have an origin, be secure, be fetched from. It does not get past the policy of any page. */
export const appScheme: CustomScheme = {
  scheme: pageScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** Answers one request of the page for one of its files. */
export type AnswerPageRequest = (
  request: Pick<ProtocolRequest, 'url' | 'method'>,
  callback: (response: ProtocolResponse) => void,
) => void;

/** Chromium's number for a file that is not there. */
const NOT_FOUND = -6;

/**
 * Without the one that parts a page from those that opened it: no page opens another here, and Chromium would throw the
 * window's process away and start a second one for it.
 */
const { 'Cross-Origin-Opener-Policy': _noOpener, ...headers } = pageHeaders;

/**
 * Answers `app://workbook/…` from the list of built files, each with the Content-Security-Policy.
 *
 * The answer names the file, and Chromium reads and sends it on a thread of its own, with the kind that its name tells. So
 * the page has it also while this thread loads the core.
 */
export function answerPageRequests(files: PageFiles): AnswerPageRequest {
  return ({ url, method }, callback) => {
    const file = method === 'GET' && isAllowedRequest(url) ? files.get(new URL(url).pathname) : undefined;
    callback(file === undefined ? { error: NOT_FOUND } : { path: file.path, headers });
  };
}
