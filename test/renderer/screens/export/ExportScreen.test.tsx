import '../../support/nativeDialog.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { ExportScreen } from '../../../../renderer/screens/export/ExportScreen.tsx';
import { jobs } from '../../../../renderer/screens/export/jobs.ts';
import type { JobView, StartView } from '../../../../shared/api/views/workbookView.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { type Script, scriptedApi } from '../../support/scriptedApi.ts';

const running: JobView = {
  id: 'j1',
  kind: 'export',
  state: 'running',
  progress: 0.42,
  step: 'Writing the evidence register',
  error: null,
  receipt: null,
};
const receipt = {
  path: '/exports/round.xlsx',
  counts: [{ name: 'Answers', count: 212 }],
  fingerprint: 'abc123',
  notes: ['One long text goes on in a further row.'],
  finishedAt: '2026-10-03T14:02:00.000Z',
};

function start(host: StartView['host']): StartView {
  return {
    recent: [],
    dataFolder: '/data',
    dataFolderProblem: null,
    appVersion: '0.1.0',
    host,
    author: '',
  };
}

async function open(script: Script, host: StartView['host'] = 'browser') {
  const api = scriptedApi({
    'read-start': () => start(host),
    'read-workbook': () => aWorkbookView(),
    'read-overview': () => ({
      answered: 8,
      questions: 87,
      graded: 2,
      qualityIndicators: 22,
      keyQuestions: [],
      voices: [],
      unfinished: [],
      gaps: [],
      worthALook: [],
      conflicts: 3,
      evidence: 138,
    }),
    'start-export': () => ({ job: 'j1' }),
    ...script,
  });
  await renderScreen(<ExportScreen />, { api });
  const started = () => api.calls.filter(({ name }) => name === 'start-export').map(({ input }) => input);
  return { api, started, user: userEvent.setup() };
}

beforeEach(() => jobs.setState({ last: {} }));

describe('the export', () => {
  it('says what will be in the file and how it is marked', async () => {
    await open({});
    expect(screen.getByText('8 of 87')).toBeInTheDocument();
    expect(screen.getByText(/3 fields have several values/)).toBeInTheDocument();
    expect(screen.getByText('OFFICIAL')).toBeInTheDocument();
  });

  it('shows how far it is, then the receipt as counted in the finished file', async () => {
    let view = running;
    const { user, started } = await open({ 'read-job': () => view });
    await user.type(screen.getByLabelText('Folder and name of the file'), '/exports/round.xlsx');
    await user.click(screen.getByRole('button', { name: 'Write the Excel file' }));
    expect(await screen.findByText('42 %')).toBeInTheDocument();
    expect(started()).toEqual([{ path: '/exports/round.xlsx' }]);
    view = { ...running, state: 'done', progress: 1, receipt };
    expect(await screen.findByText('The file is written and checked')).toBeInTheDocument();
    expect(screen.getByRole('row', { name: 'Answers 212' })).toBeInTheDocument();
    expect(screen.getByText('abc123')).toBeInTheDocument();
    expect(screen.getByText('One long text goes on in a further row.')).toBeInTheDocument();
  });

  it('is stopped when asked, and says that nothing was left behind', async () => {
    let view = running;
    const { user } = await open({
      'read-job': () => view,
      'cancel-job': () => {
        view = { ...running, state: 'cancelled' };
        return {};
      },
    });
    await user.type(screen.getByLabelText('Folder and name of the file'), '/a.xlsx');
    await user.click(screen.getByRole('button', { name: 'Write the Excel file' }));
    await user.click(await screen.findByRole('button', { name: 'Stop the export' }));
    expect(await screen.findByText('The export was stopped')).toBeInTheDocument();
  });

  it('replaces a file only when asked to', async () => {
    let isThere = true;
    const { user, started } = await open({
      'start-export': ({ replace }) => {
        if (isThere && replace !== true)
          throw new WorkbookError('already-exists', 'There is a file already.');
        return { job: 'j1' };
      },
      'read-job': () => running,
    });
    await user.type(screen.getByLabelText('Folder and name of the file'), '/a.xlsx');
    await user.click(screen.getByRole('button', { name: 'Write the Excel file' }));
    expect(await screen.findByText('There is a file already.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Replace the file that is there' }));
    expect(started().at(-1)).toEqual({ path: '/a.xlsx', replace: true });
    isThere = false;
  });

  it('asks for the place with the host’s own dialog where there is one', async () => {
    const { user, started } = await open({ 'start-export': () => ({ job: null }) }, 'electron');
    await waitFor(() => expect(screen.queryByLabelText('Folder and name of the file')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Write the Excel file' }));
    expect(started()).toEqual([{}]);
    expect(screen.queryByRole('progressbar', { name: /Writing/ })).not.toBeInTheDocument();
  });

  it('refuses to start without a path in a browser', async () => {
    const { user, started } = await open({});
    await user.click(screen.getByRole('button', { name: 'Write the Excel file' }));
    expect(screen.getByText('Type where the file is to be written.')).toBeInTheDocument();
    expect(started()).toEqual([]);
  });

  it('says in a sentence why a backup failed', async () => {
    const { user } = await open({
      'start-backup': () => ({ job: 'b1' }),
      'read-job': () => ({
        ...running,
        id: 'b1',
        kind: 'backup',
        state: 'failed',
        error: { code: 'disk-full', message: 'The disk is full.' },
      }),
    });
    await user.click(screen.getByRole('button', { name: 'Back up now' }));
    expect(await screen.findByText('The disk is full.')).toBeInTheDocument();
    expect(screen.getByText('No backup was made')).toBeInTheDocument();
  });
});
