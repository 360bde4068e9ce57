import type { JobView, StartView } from '../../../shared/api/views/workbookView.ts';

/** A job as `read-job` answers it while it runs. */
export function aRunningJob(kind: JobView['kind'], changes: Partial<JobView> = {}): JobView {
  return {
    id: 'j1',
    kind,
    state: 'running',
    progress: 0.42,
    step: 'Writing',
    error: null,
    receipt: null,
    ...changes,
  };
}

/** The same at its end. */
export function aFinishedJob(
  kind: JobView['kind'],
  receipt: Partial<NonNullable<JobView['receipt']>> = {},
): JobView {
  return aRunningJob(kind, {
    state: 'done',
    progress: 1,
    step: 'Done',
    receipt: {
      path: '/exports/file',
      counts: [{ name: 'Changes', count: 12 }],
      fingerprint: 'abc123',
      notes: [],
      finishedAt: '2026-10-03T14:02:00.000Z',
      ...receipt,
    },
  });
}

/** What `read-start` answers in that host. */
export function aStartView(host: StartView['host']): StartView {
  return {
    recent: [],
    dataFolder: '/data',
    dataFolderProblem: null,
    appVersion: '0.1.0',
    host,
    hasRehearsal: false,
    author: '',
  };
}
