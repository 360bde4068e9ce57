import type { JobView } from '../../../shared/api/views/workbookView.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { IdSource, Logger } from '../ports.ts';

/** What long work is given: to say how far it is, and to notice that it should stop. */
export type JobControl = {
  /** `progress` from 0 to 1, `step` in words. */
  readonly report: (progress: number, step: string) => void;
  readonly signal: AbortSignal;
};

export type JobReceipt = NonNullable<JobView['receipt']>;

/** Long work that screens watch and can stop. */
export type Jobs = ReturnType<typeof jobs>;

/** Ended jobs that can still be asked about. */
const REMEMBERED = 50;

/** No jobs yet. */
export function jobs(ports: { readonly ids: IdSource; readonly logger: Logger }) {
  const views = new Map<string, JobView>();
  const stops = new Map<string, AbortController>();
  const running = new Set<Promise<void>>();

  function change(id: string, change_: Partial<JobView>): void {
    const view = views.get(id);
    if (view !== undefined) views.set(id, { ...view, ...change_ });
  }

  async function run(id: string, work: (control: JobControl) => Promise<JobReceipt | null>): Promise<void> {
    const stop = new AbortController();
    stops.set(id, stop);
    try {
      const receipt = await work({
        signal: stop.signal,
        report: (progress, step) => change(id, { progress, step }),
      });
      change(id, { state: 'done', progress: 1, step: 'Done', receipt });
    } catch (cause) {
      const error = explained(cause);
      if (error.code === 'cancelled') return change(id, { state: 'cancelled', step: 'Stopped', error });
      if (error.code === 'internal') ports.logger.error('A job failed', cause);
      change(id, { state: 'failed', step: 'Not finished', error });
    } finally {
      stops.delete(id);
    }
  }

  return {
    /** Starts the work and answers at once with the id to ask after it. */
    start(kind: JobView['kind'], work: (control: JobControl) => Promise<JobReceipt | null>): string {
      const id = ports.ids.randomHex(8);
      views.set(id, {
        id,
        kind,
        state: 'running',
        progress: 0,
        step: 'Starting',
        error: null,
        receipt: null,
      });
      for (const old of [...views.keys()].slice(0, -REMEMBERED)) if (!stops.has(old)) views.delete(old);
      const ended = run(id, work).finally(() => running.delete(ended));
      running.add(ended);
      return id;
    },

    isKnown: (id: string): boolean => views.has(id),
    isRunning: (id: string): boolean => views.get(id)?.state === 'running',

    /** @throws WorkbookError `not-found` for a job that is not known (any more). */
    read(id: string): JobView {
      const view = views.get(id);
      if (view === undefined)
        throw new WorkbookError('not-found', 'This piece of work is not known any more.');
      return view;
    },

    cancel(id: string): void {
      stops.get(id)?.abort();
    },

    /** Stops the work of these kinds. */
    stopEvery(kinds: readonly JobView['kind'][]): void {
      for (const [id, stop] of stops) if (kinds.some((kind) => views.get(id)?.kind === kind)) stop.abort();
    },

    /** Stops everything and waits until it has stopped: before a workbook is closed. */
    async stopAll(): Promise<void> {
      for (const stop of stops.values()) stop.abort();
      await Promise.all(running);
    },
  };
}

function explained(cause: unknown): { readonly code: string; readonly message: string } {
  if (cause instanceof WorkbookError) return { code: cause.code, message: cause.message };
  return {
    code: 'internal',
    message: 'Something went wrong in the program. Nothing was changed. The log has the details.',
  };
}
