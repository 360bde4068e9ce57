import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SafekeepingScreen } from '../../../../renderer/screens/safekeeping/SafekeepingScreen.tsx';
import { aFinishedJob, aRunningJob } from '../../support/aJobView.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { type Script, scriptedApi } from '../../support/scriptedApi.ts';

async function open(script: Script) {
  const api = scriptedApi({ 'read-workbook': () => aWorkbookView(), ...script });
  await renderScreen(<SafekeepingScreen />, { api });
  return userEvent.setup();
}

describe('backups and check', () => {
  it('says when there is no backup yet', async () => {
    await open({});
    expect(screen.getByText(/There is no backup yet/)).toBeInTheDocument();
  });

  it('says in a sentence why a backup failed', async () => {
    const user = await open({
      'start-backup': () => ({ job: 'j1' }),
      'read-job': () =>
        aRunningJob('backup', {
          state: 'failed',
          error: { code: 'disk-full', message: 'The disk is full.' },
        }),
    });
    await user.click(screen.getByRole('button', { name: 'Back up now' }));
    expect(await screen.findByText('The disk is full.')).toBeInTheDocument();
    expect(screen.getByText('No backup was made')).toBeInTheDocument();
  });

  it('calls what a check has found a problem, and says how to go back', async () => {
    const user = await open({
      'start-verification': () => ({ job: 'j1' }),
      'read-job': () => aFinishedJob('verification', { notes: ['A file is missing: minutes.pdf'] }),
    });
    await user.click(screen.getByRole('button', { name: 'Check everything now' }));
    expect(await screen.findByText('The check found problems')).toBeInTheDocument();
    expect(screen.getByText('A file is missing: minutes.pdf')).toBeInTheDocument();
    expect(screen.queryByText('Everything agrees with its fingerprints')).not.toBeInTheDocument();
  });
});
