/** Answers one request of the page for one of its files. */
type Answer = (request: Request) => Promise<Response>;

/** Style and script are asked for together; after this long without a request the page has what it starts with. */
const QUIET_MILLISECONDS = 10;
/** A page that asks for nothing is not waited for any longer. */
const LATEST_MILLISECONDS = 400;

/**
 * Lets the page have its files before the core is loaded. Loading holds this thread up, and the page would wait for its
 * first file meanwhile; the other way round both start at the same time, each in its own process.
 */
export function pageFirst(answer: Answer): { readonly answer: Answer; readonly handedOut: Promise<void> } {
  let tell = (): void => {};
  const handedOut = new Promise<void>((resolve) => (tell = resolve));
  let timer = setTimeout(tell, LATEST_MILLISECONDS);
  return {
    handedOut,
    answer: async (request) => {
      const response = await answer(request);
      if (/\.(js|css)$/.test(request.url)) {
        clearTimeout(timer);
        timer = setTimeout(tell, QUIET_MILLISECONDS);
      }
      return response;
    },
  };
}
