import { endOfJob } from '../../components/jobs/endOfJob.ts';
import type { RendererState } from '../../state/rendererState.ts';

/** The jobs whose end is being waited for: whoever started one and whoever finds it on the desk both ask. */
const awaited = new WeakMap<RendererState, Set<string>>();

/**
 * Reads everything again once a job that changes the whole workbook has ended, whichever screen is shown by then.
 *
 * Drafts that have been saved are let go of: the fields show what stands now.
 */
export async function reloadWhenDone(state: RendererState, job: string): Promise<void> {
  const { client, session, autosave, views } = state;
  const jobs = awaited.get(state) ?? new Set();
  if (jobs.has(job)) return;
  awaited.set(state, jobs.add(job));
  const { workbook } = session.store.getState();
  const isOpen = (): boolean => session.store.getState().workbook?.id === workbook?.id;
  try {
    await endOfJob(client, job);
    if (!isOpen()) return;
    autosave.release();
    views.forget();
    await session.reloadCatalogue();
    session.changed();
  } catch {
    // A job that is not known any more: its workbook was closed, and opening one reads everything anyway.
  }
}
