import userEvent from '@testing-library/user-event';
import { BringTogetherScreen } from '../../../../renderer/screens/bring-together/BringTogetherScreen.tsx';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { ConsolidationPreview } from '../../../../shared/api/views/consolidationView.ts';
import type { JobView, StartView, WorkbookView } from '../../../../shared/api/views/workbookView.ts';
import type { WorkbookApi } from '../../../../shared/api/workbookApi.ts';
import { shippedCatalogue } from '../../../../shared/frameworks/catalogue.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { type Script, scriptedApi } from '../../support/scriptedApi.ts';
import { aStartView } from '../../support/aJobView.ts';
import { aJob, aPreview } from './aPreview.ts';

/**
 * The screen over a host of the test's own. Every check starts a job `check 1`, `check 2` …, done at once unless `jobViews`
 * says otherwise; the preview of each is `preview()`.
 */
export async function openDesk(given: {
  readonly host?: StartView['host'];
  readonly workbook?: Partial<WorkbookView>;
  readonly preview?: () => ConsolidationPreview;
  readonly jobViews?: Readonly<Record<string, () => Partial<JobView>>>;
  readonly script?: Script;
  /** What the program has on the desk before the page comes to it. */
  readonly onDesk?: Partial<OutputOf<'read-desk'>>;
  /** Where the host can tell where dropped files lie. */
  readonly grantFiles?: WorkbookApi['grantFiles'];
}) {
  let checks = 0;
  const empty = { check: null, consolidation: null, undoing: null, typedPaths: '' };
  let onDesk: OutputOf<'read-desk'> = { ...empty, ...given.onDesk };
  const scripted = scriptedApi({
    'read-start': () => aStartView(given.host ?? 'browser'),
    'read-workbook': () => aWorkbookView(given.workbook),
    'read-catalogue': () => shippedCatalogue,
    'list-backups': () => ({ backups: [], secondFolderProblem: null }),
    'list-consolidations': () => ({ consolidations: [] }),
    'read-desk': () => onDesk,
    'keep-typed-paths': ({ text }) => {
      onDesk = { ...onDesk, typedPaths: text };
      return {};
    },
    'discard-consolidation-preview': () => {
      onDesk = { ...onDesk, check: null, consolidation: null };
      return {};
    },
    'start-consolidation-preview': () => {
      checks += 1;
      const job = `check ${String(checks)}`;
      onDesk = { ...empty, check: job };
      return { job };
    },
    'read-consolidation-preview': () => given.preview?.() ?? aPreview(),
    'start-consolidation': () => {
      onDesk = { ...onDesk, consolidation: 'consolidation', undoing: null };
      return { job: 'consolidation' };
    },
    'start-undo-consolidation': () => {
      onDesk = { ...empty, undoing: 'undo' };
      return { job: 'undo' };
    },
    'read-job': ({ job }) => {
      const kind = job.startsWith('check')
        ? 'consolidation-preview'
        : job === 'undo'
          ? 'undo-consolidation'
          : 'consolidation';
      return aJob(kind, { id: job, ...given.jobViews?.[job]?.() });
    },
    ...given.script,
  });
  const api = given.grantFiles === undefined ? scripted : { ...scripted, grantFiles: given.grantFiles };
  const { view, state } = await renderScreen(<BringTogetherScreen />, {
    api,
    ...(given.workbook === undefined ? {} : { workbook: given.workbook }),
  });
  const inputs = (name: string): readonly unknown[] =>
    api.calls.filter((call) => call.name === name).map(({ input }) => input);
  return {
    api,
    view,
    state,
    user: userEvent.setup(),
    inputs,
    orders: () => inputs('start-consolidation-preview'),
  };
}
