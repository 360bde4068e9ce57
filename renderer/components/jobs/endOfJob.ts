import type { WorkbookClient } from '../../../shared/api/client.ts';
import type { JobView } from '../../../shared/api/views/workbookView.ts';

/** How often a running job is asked how far it is. */
export const POLL_MS = 200;

/** Waits for a job to end and answers how; `onView` is told how far it is. Throws WorkbookError when it is not known. */
export async function endOfJob(
  client: Pick<WorkbookClient, 'call'>,
  job: string,
  onView: (view: JobView) => void = () => undefined,
): Promise<JobView> {
  for (;;) {
    const view = await client.call('read-job', { job });
    if (view.state !== 'running') return view;
    onView(view);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
