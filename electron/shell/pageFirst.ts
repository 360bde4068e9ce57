/** Answers one request of the page for one of its files. */
type Answer = (request: Request) => Promise<Response>;

/** Style and script are asked for together; after this long with none on its way the page has what it starts with. */
const QUIET_MILLISECONDS = 5;
/** A page that asks for nothing, or does not take what it asked for, is not waited for any longer. */
const LATEST_MILLISECONDS = 400;
/** What goes out at once; the next piece is asked for when there is room for it. */
const PIECE = 65_536;

/**
 * Lets the page have its files before the core is loaded. Loading holds this thread up, and a file goes out through it
 * piece by piece, so that the page would wait for its script meanwhile; the other way round both start at the same time,
 * each in its own process.
 */
export function pageFirst(answer: Answer): { readonly answer: Answer; readonly handedOut: Promise<void> } {
  let tell = (): void => {};
  const handedOut = new Promise<void>((resolve) => (tell = resolve));
  setTimeout(tell, LATEST_MILLISECONDS);
  let onTheWay = 0;
  let timer: NodeJS.Timeout | undefined;

  function sent(): void {
    onTheWay -= 1;
    if (onTheWay === 0) timer = setTimeout(tell, QUIET_MILLISECONDS);
  }

  return {
    handedOut,
    answer: async (request) => {
      if (!/\.(js|css)$/.test(request.url)) return answer(request);
      onTheWay += 1;
      clearTimeout(timer);
      const response = await answer(request);
      return new Response(inPieces(await response.arrayBuffer(), sent), response);
    },
  };
}

/** A body that is taken piece by piece, and tells when the last has been taken or nothing more is wanted. */
function inPieces(bytes: ArrayBuffer, onTaken: () => void): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (at < bytes.byteLength) {
          controller.enqueue(new Uint8Array(bytes.slice(at, at + PIECE)));
          at += PIECE;
          return;
        }
        controller.close();
        onTaken();
      },
      cancel: onTaken,
    },
    { highWaterMark: 0 },
  );
}
