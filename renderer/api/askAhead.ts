import type { WorkbookApi } from '../../shared/api/workbookApi.ts';

/** What the first screen of a workbook asks for, one after the other. */
const firstReads = ['read-workbook', 'read-catalogue', 'read-overview'] as const;

/**
 * The same api, of which the first reads are asked for at once, so that the host works while the page is drawn. Each
 * answer is given out once, to whoever asks for it first; as soon as anything else is asked, those left are forgotten, as
 * they may not be true any more.
 */
export function askAhead(api: WorkbookApi): WorkbookApi {
  const { operations } = api;
  let ahead: Partial<typeof operations> = {};
  for (const name of firstReads) {
    const answer = operations[name]({});
    // Whoever asks hears of a failure.
    answer.catch(() => undefined);
    ahead = { ...ahead, [name]: () => answer };
  }

  const asked = Object.entries(operations).map(([name, operation]) => [
    name,
    (input: never) => {
      const ready = Object.entries(ahead).find(([known]) => known === name)?.[1];
      ahead = isFirstRead(name) ? { ...ahead, [name]: undefined } : {};
      // A first read takes no input, so that its answer is the answer to every call of it.
      return ready === undefined ? operation(input) : ready(input);
    },
  ]);
  // Object.fromEntries forgets the names of the keys; they are those of `operations`.
  return { ...api, operations: Object.fromEntries(asked) as typeof operations };
}

function isFirstRead(name: string): boolean {
  return firstReads.some((known) => known === name);
}
