import '../../support/nativeDialog.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SettingsScreen } from '../../../../renderer/screens/settings/SettingsScreen.tsx';
import type { LaptopSettings, StartView } from '../../../../shared/api/views/workbookView.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { aWorkbookView, anEntityView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { type Script, scriptedApi } from '../../support/scriptedApi.ts';

const settings: LaptopSettings = {
  author: 'Officer',
  secondBackupFolder: null,
  keepRecent: true,
  singleKeys: true,
};
const start: StartView = {
  recent: [],
  dataFolder: '/data',
  dataFolderProblem: null,
  appVersion: '0.1.0',
  host: 'browser',
  author: 'Officer',
  hasRehearsal: false,
};
const counts = { records: 9, evidence: 312, conflicts: 0, deferred: 0, notHandedOver: 0 };
const backup = {
  name: '2026-10-02.sqlite',
  madeAt: '2026-10-02T09:00:00.000Z',
  reason: 'While working',
  bytes: 1_200_000,
  answers: 100,
  evidence: 300,
  verified: true,
};

async function open(script: Script = {}) {
  const api = scriptedApi({
    'read-workbook': () => aWorkbookView({ counts }),
    'read-history': () => ({ entries: [], next: null }),
    'read-laptop-settings': () => settings,
    'change-laptop-settings': (part) => ({ ...settings, ...part }) as LaptopSettings, // As the host merges them.
    'list-backups': () => ({ backups: [backup], secondFolderProblem: null }),
    'read-start': () => start,
    ...script,
  });
  const { state } = await renderScreen(<SettingsScreen />, {
    api,
    workbook: { counts },
  });
  const inputs = (name: string) => api.calls.filter((call) => call.name === name).map(({ input }) => input);
  return { inputs, state, user: userEvent.setup() };
}

describe('the settings', () => {
  it('say which could not be read', async () => {
    await open({
      'read-laptop-settings': () => {
        throw new WorkbookError('internal', 'The file is damaged.');
      },
    });
    expect(await screen.findByText('The settings of this computer could not be read')).toBeInTheDocument();
    expect(screen.queryByText('The setting was not kept')).not.toBeInTheDocument();
  });

  it('save the workbook’s marking by themselves, as a change of the workbook', async () => {
    const { inputs, user } = await open({
      edit: () => ({
        savedAt: '2026-10-03T14:02:00.000Z',
        entity: anEntityView('workbook', 'workbook'),
      }),
    });
    await user.type(screen.getByLabelText('Marking'), 'OFFICIAL');
    await user.tab();
    await waitFor(() =>
      expect(inputs('edit').at(-1)).toMatchObject({
        entity: 'workbook',
        entityId: 'workbook',
        set: { marking: 'OFFICIAL' },
      }),
    );
  });

  it('save this computer’s name on leaving the field and say so', async () => {
    const { inputs, user } = await open();
    await user.type(screen.getByLabelText('Your name'), ' two');
    await user.tab();
    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(inputs('change-laptop-settings')).toEqual([{ author: 'Officer two' }]);
  });

  it('say why a second backup folder is refused', async () => {
    const { user } = await open({
      'change-laptop-settings': () => {
        throw new WorkbookError('unsafe-folder', 'That folder is kept in step by a network.');
      },
    });
    await user.type(screen.getByLabelText('Second folder for backups'), 'X:/share');
    await user.tab();
    expect(await screen.findByText('That folder is kept in step by a network.')).toBeInTheDocument();
    expect(screen.getByText('Not saved.')).toBeInTheDocument();
  });

  it('choose the second folder in the system’s dialog where there is one, and give it up again', async () => {
    const { inputs, user } = await open({
      'read-start': () => ({ ...start, host: 'electron' }),
      'choose-second-backup-folder': () => ({ ...settings, secondBackupFolder: 'E:/backups' }),
    });
    expect(screen.queryByLabelText('Second folder for backups', { selector: 'input' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Choose a folder…' }));
    expect(await screen.findByText('E:/backups')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Use none' }));
    expect(inputs('change-laptop-settings')).toEqual([{ secondBackupFolder: null }]);
    expect(await screen.findByText('None')).toBeInTheDocument();
  });

  it('turn the keys of one letter off for this computer', async () => {
    const { inputs, user } = await open();
    await user.click(screen.getByRole('checkbox', { name: /^Single letters and digits work as keys/ }));
    expect(inputs('change-laptop-settings')).toEqual([{ singleKeys: false }]);
    await waitFor(() =>
      expect(screen.getByRole('checkbox', { name: /^Single letters and digits/ })).not.toBeChecked(),
    );
  });

  it('say beside the button why a workbook with unsaved text stays open', async () => {
    const { inputs, state, user } = await open({
      edit: () => {
        throw new WorkbookError('disk-full', 'The disk is full.');
      },
    });
    state.autosave.edit(anEntityView('evidence', 'e1', {}), 'title', 'Survey', { label: 'Title' });
    await user.click(screen.getByRole('button', { name: 'Close this workbook' }));
    expect(await screen.findByText('The workbook was not closed')).toBeInTheDocument();
    expect(screen.getByText(/^Your last changes are not saved yet/)).toBeInTheDocument();
    expect(inputs('close-workbook')).toEqual([]);
  });

  it('compare a backup with what stands before restoring it', async () => {
    const { inputs, user } = await open({
      'restore-backup': () => aWorkbookView(),
      'read-catalogue': () => {
        throw new WorkbookError('internal', 'Not part of this test');
      },
    });
    await user.click(screen.getByRole('button', { name: /^Restore…/ }));
    expect(screen.getByRole('row', { name: 'Pieces of evidence 300 312' })).toBeInTheDocument();
    expect(inputs('restore-backup')).toEqual([]);
    await user.click(screen.getByRole('button', { name: /^Restore the backup of/ }));
    expect(inputs('restore-backup')).toEqual([{ backup: '2026-10-02.sqlite' }]);
  });

  it('say in the question why a backup was not restored, and go on with what stands', async () => {
    const { state, user } = await open({
      'restore-backup': () => {
        throw new WorkbookError('damaged', 'The backup is damaged. Choose another one.');
      },
    });
    await user.click(screen.getByRole('button', { name: /^Restore…/ }));
    await user.click(screen.getByRole('button', { name: /^Restore the backup of/ }));
    expect(await screen.findByText('The backup is damaged. Choose another one.')).toBeInTheDocument();
    expect(state.session.store.getState()).toMatchObject({ phase: 'open', problem: null });
  });
});
