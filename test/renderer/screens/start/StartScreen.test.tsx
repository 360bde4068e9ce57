import '../../support/nativeDialog.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { currentRound } from '../../../../renderer/screens/start/currentRound.ts';
import { RehearseAfreshDialog } from '../../../../renderer/screens/start/RehearseAfreshDialog.tsx';
import { StartScreen } from '../../../../renderer/screens/start/StartScreen.tsx';
import type { StartView } from '../../../../shared/api/views/workbookView.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { shippedCatalogue } from '../../../../shared/frameworks/catalogue.ts';
import { aRunningJob } from '../../support/aJobView.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi, type Script } from '../../support/scriptedApi.ts';
import { aStartView } from './aStartView.ts';

async function drawStart(start: StartView, script: Script = {}) {
  const api = scriptedApi({
    'read-start': () => start,
    'read-workbook': () => aWorkbookView(),
    'read-catalogue': () => shippedCatalogue,
    ...script,
  });
  const drawn = await renderScreen(<StartScreen />, { api });
  drawn.state.session.store.setState({ phase: 'closed', workbook: null, catalogue: null });
  return { api, ...drawn };
}

describe('the start screen', () => {
  it('says where the work is kept, that it stays there, and that there is no backup yet', async () => {
    await drawStart(aStartView());
    const foot = screen.getByRole('contentinfo');
    expect(foot).toHaveTextContent('/home/desk/workbooks');
    expect(foot).toHaveTextContent('Nothing leaves this computer by itself.');
    expect(foot).toHaveTextContent('No backup has been made yet');
  });

  it('chooses a folder with the host’s own dialog, and does nothing when the person changes their mind', async () => {
    const { api, state } = await drawStart(aStartView(), {
      'choose-workbook': () => ({ folder: null }),
    });
    await userEvent.click(screen.getByRole('button', { name: /Choose a workbook’s folder/ }));
    expect(api.calls.map(({ name }) => name)).not.toContain('open-workbook');
    expect(state.session.store.getState().phase).toBe('closed');
  });

  it('asks for a path where the host has no dialog, and says when none was given', async () => {
    await drawStart(aStartView({ host: 'browser' }));
    await userEvent.click(screen.getByRole('button', { name: 'Open this folder' }));
    expect(screen.getByLabelText('Folder of a workbook')).toBeInvalid();
  });

  it('lists a workbook whose folder is gone without a way to open it, and takes it off the list', async () => {
    const gone = {
      folder: '/gone',
      partnership: 'Clydeside',
      round: '2025-26',
      openedAt: '2026-10-03T09:12:00.000Z',
      lastBackupAt: null,
      present: false,
    };
    const { api } = await drawStart(aStartView({ recent: [gone] }), { 'forget-workbook': () => ({}) });
    expect(screen.getByText(/Not found in \/gone/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Clydeside · 2025-26' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /Take off this list/ }));
    expect(api.calls).toContainEqual({ name: 'forget-workbook', input: { folder: '/gone' } });
  });

  it('starts a workbook with its fields trimmed', async () => {
    const { api, state } = await drawStart(aStartView({ author: 'Co-ordinator' }), {
      'create-workbook': () => aWorkbookView(),
    });
    await userEvent.type(screen.getByLabelText('Partnership'), ' Clydeside ');
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    expect(api.calls).toContainEqual({
      name: 'create-workbook',
      input: { partnership: 'Clydeside', round: currentRound(new Date()), author: 'Co-ordinator' },
    });
    expect(state.session.store.getState().phase).toBe('open');
  });

  it('keeps why a workbook could not be started for the screen that says so', async () => {
    const { state } = await drawStart(aStartView(), {
      'create-workbook': () => {
        throw new WorkbookError('disk-full', 'The disk is full.');
      },
    });
    await userEvent.type(screen.getByLabelText('Partnership'), 'Clydeside');
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    expect(state.session.store.getState().problem?.failure.code).toBe('disk-full');
    expect(state.session.store.getState().phase).toBe('closed');
  });
});

describe('the rehearsal', () => {
  const running = { progress: 0.4, step: 'Writing the packets' } as const;
  const done = { state: 'done', progress: 1, step: 'Done' } as const;
  const cancelled = { code: 'cancelled', message: 'It was stopped.' };

  it('that is there opens at the desk at once', async () => {
    const { api, state } = await drawStart(aStartView({ hasRehearsal: true }), {
      'start-rehearsal': () => ({ job: null }),
      'open-rehearsal': () => aWorkbookView(),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Open the rehearsal' }));
    await waitFor(() => expect(state.session.store.getState().phase).toBe('open'));
    expect(api.calls).toContainEqual({ name: 'start-rehearsal', input: {} });
    expect(api.calls).toContainEqual({ name: 'open-rehearsal', input: {} });
    expect(window.location.hash).toBe('#/bring-together');
  });

  it('is made first where there is none, which says how far it is', async () => {
    let view = aRunningJob('rehearsal', running);
    const { api, state } = await drawStart(aStartView(), {
      'start-rehearsal': () => ({ job: 'making' }),
      'read-job': () => view,
      'open-rehearsal': () => aWorkbookView(),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Open the rehearsal' }));
    expect(await screen.findByText('Writing the packets')).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '40');
    expect(api.calls.map(({ name }) => name)).not.toContain('open-rehearsal');
    view = aRunningJob('rehearsal', done);
    await waitFor(() => expect(state.session.store.getState().phase).toBe('open'));
  });

  it('is not opened when its making is stopped or fails, and says why there', async () => {
    let view = aRunningJob('rehearsal', running);
    const { api, state } = await drawStart(aStartView(), {
      'start-rehearsal': () => ({ job: 'making' }),
      'read-job': () => view,
      'cancel-job': () => {
        view = aRunningJob('rehearsal', { state: 'cancelled', error: cancelled });
        return {};
      },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Open the rehearsal' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Stop making it' }));
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    view = aRunningJob('rehearsal', {
      state: 'failed',
      error: { code: 'disk-full', message: 'The disk is full.' },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Open the rehearsal' }));
    expect(await screen.findByText('The disk is full.')).toBeInTheDocument();
    expect(state.session.store.getState()).toMatchObject({ phase: 'closed', problem: null });
    expect(api.calls.map(({ name }) => name)).not.toContain('open-rehearsal');
  });

  it('is offered afresh only where there is one, and only once somebody has read what is deleted', async () => {
    const first = await drawStart(aStartView());
    expect(screen.queryByRole('button', { name: 'Start it afresh' })).toBeNull();
    first.view.unmount();
    const { api } = await drawStart(aStartView({ hasRehearsal: true }), {
      'start-rehearsal': () => ({ job: 'making' }),
      'read-job': () => aRunningJob('rehearsal', done),
      'open-rehearsal': () => aWorkbookView(),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Start it afresh' }));
    expect(screen.getByRole('dialog')).toHaveTextContent('What you practised in it before is deleted');
    expect(api.calls.map(({ name }) => name)).not.toContain('start-rehearsal');
    await userEvent.click(screen.getByRole('button', { name: /Start afresh and delete/ }));
    expect(api.calls).toContainEqual({ name: 'start-rehearsal', input: { afresh: true } });
    await waitFor(() => expect(window.location.hash).toBe('#/bring-together'));
  });

  it('that was open while it was to be made afresh is opened again when that is stopped', async () => {
    let view = aRunningJob('rehearsal', running);
    const { api } = await renderAfresh({
      'read-job': () => view,
      'cancel-job': () => {
        view = aRunningJob('rehearsal', { state: 'cancelled', error: cancelled });
        return {};
      },
    });
    await userEvent.click(screen.getByRole('button', { name: /Start afresh and delete/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Stop making it' }));
    await waitFor(() => expect(api.calls.at(-1)?.name).toBe('read-catalogue'));
    expect(api.calls).toContainEqual({ name: 'open-rehearsal', input: {} });
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });
});

/** The question before a rehearsal is made afresh, over a workbook that is open. */
async function renderAfresh(script: Script) {
  const api = scriptedApi({
    'read-workbook': () => aWorkbookView(),
    'read-catalogue': () => shippedCatalogue,
    'start-rehearsal': () => ({ job: 'making' }),
    'open-rehearsal': () => aWorkbookView(),
    ...script,
  });
  const drawn = await renderScreen(
    <RehearseAfreshDialog onAfresh={() => undefined} onClose={() => undefined} />,
    { api },
  );
  return { api, ...drawn };
}

describe('a packet that somebody sent', () => {
  const locked = () => {
    throw new WorkbookError('wrong-passphrase', 'The packet is encrypted.');
  };

  it('becomes a workbook; where it is locked its passphrase is asked for on the spot', async () => {
    let answer: Script['create-from-packet'] = locked;
    const { api, state } = await drawStart(aStartView({ host: 'browser', author: 'Inspector' }), {
      'create-from-packet': (input) => answer?.(input) ?? { workbook: null },
    });
    await userEvent.click(screen.getByText('Start from a packet that somebody sent'));
    await userEvent.type(screen.getByLabelText('Packet, with its full path'), '"/stick/all.cjpacket"');
    expect(screen.queryByLabelText('Passphrase of the packet')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Make my copy' }));
    expect(await screen.findByText('The packet is encrypted.')).toBeInTheDocument();
    expect(state.session.store.getState()).toMatchObject({ phase: 'closed', problem: null });
    answer = () => ({ workbook: aWorkbookView() });
    await userEvent.type(screen.getByLabelText('Passphrase of the packet'), 'one two');
    await userEvent.click(screen.getByRole('button', { name: 'Make my copy' }));
    expect(api.calls).toContainEqual({
      name: 'create-from-packet',
      input: { author: 'Inspector', path: '/stick/all.cjpacket', passphrase: 'one two' },
    });
    expect(state.session.store.getState().phase).toBe('open');
  });

  it('is chosen with the host’s own dialog where there is one; nothing happens when nobody chose', async () => {
    const { api, state } = await drawStart(aStartView(), {
      'create-from-packet': () => ({ workbook: null }),
    });
    await userEvent.click(screen.getByText('Start from a packet that somebody sent'));
    await userEvent.click(screen.getByRole('button', { name: 'Choose the packet…' }));
    expect(api.calls).toContainEqual({ name: 'create-from-packet', input: { author: '' } });
    expect(state.session.store.getState().phase).toBe('closed');
  });

  it('is not chosen again for its passphrase where the host asked for it, unless it is to be another', async () => {
    const { api } = await drawStart(aStartView(), { 'create-from-packet': locked });
    await userEvent.click(screen.getByText('Start from a packet that somebody sent'));
    await userEvent.click(screen.getByRole('button', { name: 'Choose the packet…' }));
    const field = await screen.findByLabelText('Passphrase of the packet');
    expect(field).toHaveFocus();
    expect(field).toBeValid();
    expect(field).toHaveAccessibleDescription('The packet is encrypted.');
    const calls = () => api.calls.filter(({ name }) => name === 'create-from-packet');
    await userEvent.click(screen.getByRole('button', { name: 'Make my copy' }));
    expect(calls()).toHaveLength(1);
    await userEvent.type(screen.getByLabelText('Passphrase of the packet'), 'one two');
    await userEvent.click(screen.getByRole('button', { name: 'Make my copy' }));
    expect(calls().at(-1)?.input).toEqual({ author: '', passphrase: 'one two' });
    expect(field).toHaveFocus();
    expect(field).toBeInvalid();
    await userEvent.click(screen.getByRole('button', { name: 'Choose another packet…' }));
    expect(calls().at(-1)?.input).toEqual({ author: '' });
  });

  it('says where it was asked for why a packet is refused', async () => {
    const { state } = await drawStart(aStartView(), {
      'create-from-packet': () => {
        throw new WorkbookError('damaged', 'The packet was cut off.');
      },
    });
    await userEvent.click(screen.getByText('Start from a packet that somebody sent'));
    await userEvent.click(screen.getByRole('button', { name: 'Choose the packet…' }));
    expect(await screen.findByText('The packet was cut off.')).toBeInTheDocument();
    expect(state.session.store.getState().problem).toBeNull();
  });
});

describe('currentRound', () => {
  it('goes from April to March', () => {
    expect(currentRound(new Date(2026, 2, 31))).toBe('2025-26');
    expect(currentRound(new Date(2026, 3, 1))).toBe('2026-27');
    expect(currentRound(new Date(2099, 11, 31))).toBe('2099-00');
  });
});
