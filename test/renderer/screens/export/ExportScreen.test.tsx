import '../../support/nativeDialog.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ExportScreen } from '../../../../renderer/screens/export/ExportScreen.tsx';
import type { StartView } from '../../../../shared/api/views/workbookView.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { aFinishedJob, aRunningJob, aStartView } from '../../support/aJobView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { type Script, scriptedApi } from '../../support/scriptedApi.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';

const running = aRunningJob('export', { step: 'Writing the evidence register' });

async function open(script: Script, host: StartView['host'] = 'browser') {
  const api = scriptedApi({
    'read-start': () => aStartView(host),
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
    'read-job': () => running,
    ...script,
  });
  await renderScreen(<ExportScreen />, { api });
  const started = () => api.calls.filter(({ name }) => name === 'start-export').map(({ input }) => input);
  return { api, started, user: userEvent.setup() };
}

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
    view = aFinishedJob('export', {
      counts: [{ name: 'Answers', count: 212 }],
      notes: ['One long text goes on in a further row.'],
    });
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
    const { user, started } = await open({
      'start-export': ({ replace }) => {
        if (replace !== true) throw new WorkbookError('already-exists', 'There is a file already.');
        return { job: 'j1' };
      },
    });
    await user.type(screen.getByLabelText('Folder and name of the file'), '/a.xlsx');
    await user.click(screen.getByRole('button', { name: 'Write the Excel file' }));
    expect(await screen.findByText('There is a file already.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Replace the file that is there' }));
    expect(started().at(-1)).toEqual({ path: '/a.xlsx', replace: true });
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

  it('protects the file with a password that is long enough and was typed twice', async () => {
    const { user, started } = await open({});
    await user.type(screen.getByLabelText('Folder and name of the file'), '/a.xlsx');
    await user.click(screen.getByLabelText('Protect the file with a password'));
    await user.type(screen.getByLabelText('Password'), 'short');
    await user.click(screen.getByRole('button', { name: 'Write the Excel file' }));
    expect(screen.getByText('Type at least 8 characters.')).toBeInTheDocument();
    await user.type(screen.getByLabelText('Password'), ' but longer');
    await user.type(screen.getByLabelText('The same password again'), 'short but longed');
    await user.click(screen.getByRole('button', { name: 'Write the Excel file' }));
    expect(screen.getByText(/This is not what stands above/)).toBeInTheDocument();
    expect(started()).toEqual([]);
    await user.clear(screen.getByLabelText('The same password again'));
    await user.type(screen.getByLabelText('The same password again'), 'short but longer');
    await user.click(screen.getByRole('button', { name: 'Write the Excel file' }));
    expect(started()).toEqual([{ path: '/a.xlsx', password: 'short but longer' }]);
  });

  it('asks for a password once where it is shown', async () => {
    const { user, started } = await open({});
    await user.type(screen.getByLabelText('Folder and name of the file'), '/a.xlsx');
    await user.click(screen.getByLabelText('Protect the file with a password'));
    await user.click(screen.getByLabelText('Show what I type'));
    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
    await user.type(screen.getByLabelText('Password'), 'in plain sight');
    await user.click(screen.getByRole('button', { name: 'Write the Excel file' }));
    expect(started()).toEqual([{ path: '/a.xlsx', password: 'in plain sight' }]);
  });
});
