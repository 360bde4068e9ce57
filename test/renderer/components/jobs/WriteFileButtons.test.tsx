import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import type { Job } from '../../../../renderer/components/jobs/useJob.ts';
import { WriteFileButtons } from '../../../../renderer/components/jobs/WriteFileButtons.tsx';
import { ExportScreen } from '../../../../renderer/screens/export/ExportScreen.tsx';
import type { StartView } from '../../../../shared/api/views/workbookView.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { aStartView } from '../../support/aJobView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

it('leads to the first field that is wrong, and says there what is', async () => {
  const api = scriptedApi({});
  await renderScreen(<ExportScreen />, { api });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Write the Excel file' }));
  const place = screen.getByLabelText('Folder and name of the file');
  await waitFor(() => expect(place).toHaveFocus());
  expect(place).toHaveAccessibleDescription(/Type where the file is to be written/);
  await user.click(screen.getByRole('checkbox', { name: 'Protect the file with a password' }));
  await user.click(screen.getByRole('button', { name: 'Write the Excel file' }));
  await waitFor(() => expect(screen.getByLabelText('Password')).toHaveFocus());
  expect(api.calls.map(({ name }) => name)).not.toContain('start-export');
});

it('waits until it is known how the place is chosen here, instead of asking for a path that nobody can type', async () => {
  let answer: (start: StartView) => void = () => undefined;
  const api = scriptedApi({
    'read-start': () => new Promise((resolve) => (answer = resolve)),
    'start-export': () => ({ job: null }),
  });
  await renderScreen(<ExportScreen />, { api });
  const write = screen.getByRole('button', { name: 'Write the Excel file' });
  expect(write).toBeDisabled();
  expect(screen.queryByLabelText('Folder and name of the file')).not.toBeInTheDocument();
  await act(async () => answer(aStartView('electron')));
  await userEvent.click(write);
  await waitFor(() => expect(api.calls.map(({ name }) => name)).toContain('start-export'));
  expect(screen.queryByLabelText('Folder and name of the file')).not.toBeInTheDocument();
});

it('keeps the focus beside the work when the button that replaces a file goes', async () => {
  function Writing() {
    const [isRunning, setIsRunning] = useState(false);
    const job: Job = {
      view: undefined,
      isRunning,
      isStartedHere: true,
      start: () => Promise.resolve(),
      cancel: () => undefined,
      putAway: () => undefined,
      failure: new WorkbookError('already-exists', 'There is a file of that name.'),
    };
    return (
      <WriteFileButtons
        job={job}
        label="Write it"
        target={{ isReady: true }}
        onWrite={() => setIsRunning(true)}
      />
    );
  }
  render(<Writing />);
  await userEvent.click(screen.getByRole('button', { name: 'Replace the file that is there' }));
  expect(screen.queryByRole('button', { name: 'Replace the file that is there' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Write it' })).toHaveFocus();
});
