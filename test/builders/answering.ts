import type { EntityView } from '../../shared/api/views/fieldView.ts';
import type { RunningWorkbook } from './runningWorkbook.ts';

/** A question with a verified prompt. */
export const question = 'ci2016/6.2/p1';

/** Writes how we are doing as the answer to `question`. */
export async function write(running: RunningWorkbook, words: string): Promise<EntityView> {
  return (await running.call('write-answer', { question, set: { howAreWeDoing: words } })).entity;
}

/** A field's only value, or its first in a conflict. */
export function valueOf(view: EntityView, field: string) {
  return view.fields[field]?.live[0]?.value;
}

/** Every value that how we are doing has had, newest first. */
export async function historyOf(running: RunningWorkbook) {
  const { entries } = await running.call('read-history', {
    entity: 'answer',
    entityId: `${question}@partnership`,
    limit: 50,
  });
  return entries.map(({ changes }) => changes[0]?.after);
}

/** The first page of the register. */
export function page(running: RunningWorkbook) {
  return running.call('list-evidence', {
    filter: {},
    sort: 'title',
    descending: false,
    offset: 0,
    limit: 50,
  });
}

/** Waits for a job to end. */
export async function ended(running: RunningWorkbook, job: string): Promise<void> {
  while ((await running.call('read-job', { job })).state === 'running')
    await new Promise((resolve) => setTimeout(resolve, 10));
}
