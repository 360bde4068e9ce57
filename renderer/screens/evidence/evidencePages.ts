import type { InputOf } from '../../../shared/api/contract.ts';
import type { WorkbookClient } from '../../../shared/api/client.ts';
import type { EvidenceRow } from '../../../shared/api/views/evidenceView.ts';

/** Rows asked for at once. */
export const PAGE_ROWS = 200;

export type EvidenceQuery = Pick<InputOf<'list-evidence'>, 'filter' | 'sort' | 'descending'>;

/** The register as it is known so far. A new object at every change. */
export type EvidenceList = {
  /** Rows that the filter lets through; null before the first reply. */
  readonly total: number | null;
  /** All rows there are. */
  readonly all: number;
  readonly rowAt: (index: number) => EvidenceRow | undefined;
  /** Whether the rows shown belong to the query before the one asked for. */
  readonly isStale: boolean;
  /** What went wrong with the last request; null when nothing did. */
  readonly problem: unknown;
};

export type EvidencePages = {
  /** Starts again with another query, or with the same one when the workbook has changed; old rows stay until a reply. */
  readonly ask: (query: EvidenceQuery) => void;
  /** Says which rows are in view, from `start` up to and including `stop`. */
  readonly look: (start: number, stop: number) => void;
  /** Asks again after a failure. */
  readonly retry: () => void;
};

/**
 * Reads the register page by page, only where somebody looks.
 *
 * Of several ranges wanted while a request is under way only the last is asked for, so that a long throw of the scroll
 * bar costs two requests and not fifty. Replies to a query that is no longer the current one are dropped.
 */
export function createEvidencePages(
  client: Pick<WorkbookClient, 'call'>,
  onChange: (list: EvidenceList) => void,
): EvidencePages {
  let query: EvidenceQuery | null = null;
  let generation = 0;
  let pages: ReadonlyMap<number, readonly EvidenceRow[]> = new Map();
  let total: number | null = null;
  let all = 0;
  let isStale = false;
  let problem: unknown = null;
  let isReading = false;
  let wanted: readonly [number, number] = [0, 0];

  function publish(): void {
    const shown = pages;
    onChange({
      total,
      all,
      rowAt: (index) => shown.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
      isStale,
      problem,
    });
  }

  function missingPage(): number | undefined {
    const [start, stop] = wanted;
    if (isStale || total === null) return Math.floor(start / PAGE_ROWS);
    if (total === 0) return undefined;
    const lastPage = Math.floor((total - 1) / PAGE_ROWS);
    const to = Math.min(Math.floor(stop / PAGE_ROWS), lastPage);
    for (let page = Math.min(Math.floor(start / PAGE_ROWS), lastPage); page <= to; page += 1) {
      if (!pages.has(page)) return page;
    }
    return undefined;
  }

  async function readNext(): Promise<void> {
    if (isReading || problem !== null || query === null) return;
    const page = missingPage();
    if (page === undefined) return;
    const mine = generation;
    isReading = true;
    try {
      const offset = page * PAGE_ROWS;
      const reply = await client.call('list-evidence', { ...query, offset, limit: PAGE_ROWS });
      if (mine !== generation) return;
      const kept = isStale || total === null ? [] : pages;
      pages = new Map([...kept, [page, reply.rows]]);
      total = reply.total;
      all = reply.all;
      isStale = false;
    } catch (caught) {
      if (mine !== generation) return;
      problem = caught;
    }
    isReading = false;
    publish();
    void readNext();
  }

  return {
    ask: (next) => {
      query = next;
      generation += 1;
      isStale = total !== null;
      problem = null;
      isReading = false;
      publish();
      void readNext();
    },
    look: (start, stop) => {
      wanted = [start, stop];
      void readNext();
    },
    retry: () => {
      problem = null;
      publish();
      void readNext();
    },
  };
}
