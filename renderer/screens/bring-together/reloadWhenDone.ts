import type { RendererState } from '../../state/rendererState.ts';

/** How often the end of a job is looked for. */
const LOOK_MS = 500;

/**
 * Reads everything again once a job that changes the whole workbook has ended, whichever screen is shown by then.
 *
 * Drafts that have been saved are let go of: the fields show what stands now.
 */
export async function reloadWhenDone(
  { client, session, autosave, views }: RendererState,
  job: string,
): Promise<void> {
  const { workbook } = session.store.getState();
  const isOpen = (): boolean => session.store.getState().workbook?.id === workbook?.id;
  try {
    for (;;) {
      const { state } = await client.call('read-job', { job });
      if (!isOpen()) return;
      if (state !== 'running') break;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    autosave.release();
    views.forget();
    await session.reloadCatalogue();
    session.changed();
  } catch {
    // A job that is not known any more: its workbook was closed, and opening one reads everything anyway.
  }
}
