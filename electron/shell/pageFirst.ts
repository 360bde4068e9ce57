import type { WebRequest } from 'electron';

import type { AnswerPageRequest } from './appProtocol.ts';

/** A page that asks for nothing, or does not take what it asked for, is not waited for any longer. */
const LATEST_MILLISECONDS = 2_000;

/**
 * Tells when the page has been handed the scripts, the letters and the style that it starts with.
 *
 * Loading the core holds this thread up, and whatever a page asks for goes through it, so that the page would wait for its
 * script meanwhile; the other way round both start at the same time, each in its own process.
 */
export function pageFirst(
  answer: AnswerPageRequest,
  webRequest: Pick<WebRequest, 'onCompleted'>,
): { readonly answer: AnswerPageRequest; readonly handedOut: Promise<void> } {
  const onTheWay = new Set<string>();
  let tell = (): void => {};
  const handedOut = new Promise<void>((resolve) => (tell = resolve));
  let isStyled = false;
  setTimeout(tell, LATEST_MILLISECONDS);

  webRequest.onCompleted(({ url }) => {
    onTheWay.delete(url);
    // The style is asked for last: before it is there, a script may be still to come.
    isStyled ||= url.endsWith('.css');
    if (isStyled && onTheWay.size === 0) tell();
  });

  return {
    handedOut,
    answer: (request, callback) => {
      if (/\.(js|woff2)$/.test(request.url)) onTheWay.add(request.url);
      answer(request, callback);
    },
  };
}
