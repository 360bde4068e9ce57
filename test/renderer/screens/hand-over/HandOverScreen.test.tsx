import '../../support/nativeDialog.ts';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { keptPassphrases } from '../../../../renderer/components/passphrase/keptPassphrases.ts';
import { HandOverScreen } from '../../../../renderer/screens/hand-over/HandOverScreen.tsx';
import type { ConsolidationEntry, HandOverView } from '../../../../shared/api/views/consolidationView.ts';
import type { StartView } from '../../../../shared/api/views/workbookView.ts';
import { aFinishedJob, aRunningJob, aStartView } from '../../support/aJobView.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { type Script, scriptedApi } from '../../support/scriptedApi.ts';

const contents: HandOverView = {
  changes: 1_204,
  changesBytes: 480_000,
  attachments: 14,
  attachmentBytes: 12_300_000,
  passphrase: 'one-two-three-four-five-six',
  fileName: 'Clydeside 2026-27 from Co-ordinator.cjpacket',
  plainFileName: 'Clydeside 2026-27 from Co-ordinator not encrypted.cjpacket',
};
const aConsolidation: ConsolidationEntry = {
  id: 'c1',
  at: '2026-11-02T09:00:00.000Z',
  author: 'Co-ordinator',
  sources: [],
  added: 1,
  attachments: 0,
  conflictsBefore: 0,
  conflictsAfter: 0,
  notTaken: 0,
  backup: 'before',
  undoneAt: null,
  setAside: 0,
  canUndo: true,
};
const counts = { records: 1_204, evidence: 0, conflicts: 0, deferred: 0, notHandedOver: 12 };

async function open(script: Script = {}, host: StartView['host'] = 'browser') {
  let proposals = 0;
  const api = scriptedApi({
    'read-start': () => aStartView(host),
    'read-workbook': () => aWorkbookView({ counts }),
    'read-hand-over': () => {
      proposals += 1;
      return proposals === 1 ? contents : { ...contents, passphrase: `proposal-${String(proposals)}` };
    },
    'list-consolidations': () => ({ consolidations: [] }),
    'start-hand-over': () => ({ job: 'j1' }),
    'read-job': () => aRunningJob('hand-over'),
    ...script,
  });
  const { state } = await renderScreen(<HandOverScreen />, { api, workbook: { counts } });
  const asked = (name: string) => api.calls.filter((call) => call.name === name).map(({ input }) => input);
  return { asked, state, user: userEvent.setup() };
}

/** The passphrase as it stands on the screen, groups and all. */
function shown(): string | undefined {
  return document.querySelector('.passphrase')?.textContent;
}

const path = () => screen.getByLabelText('Folder and name of the file');
const write = () => screen.getByRole('button', { name: 'Write the packet' });

describe('hand over', () => {
  it('says what is not handed over yet, and what a packet would hold and weigh before it is written', async () => {
    await open();
    expect(screen.getByText('Not yet handed over: 12 changes.')).toBeInTheDocument();
    expect(screen.getByText('1,204')).toBeInTheDocument();
    expect(screen.getByLabelText('With the attached files: 14 files, 12.3 MB')).toBeChecked();
    expect(screen.getByText('12.8 MB')).toBeInTheDocument();
  });

  it('leaves the attached files out when asked, and says what is left to send', async () => {
    const { user, asked } = await open();
    await user.click(screen.getByLabelText(/With the attached files/));
    expect(screen.getByText('480 KB')).toBeInTheDocument();
    await user.type(path(), '/stick/a.cjpacket');
    await user.click(write());
    expect(asked('start-hand-over')).toEqual([
      {
        part: { kind: 'everything' },
        attachments: false,
        passphrase: contents.passphrase,
        path: '/stick/a.cjpacket',
      },
    ]);
  });

  it('says for whom what is new is: who sent the last packet that stands, and no returned workbook', async () => {
    const source = { name: 'a file', voiceName: 'Police Scotland' };
    const inspector = { ...source, author: 'Inspector', replica: 'a1' };
    const filledIn = { ...source, author: 'Clerk', replica: 'excel-0123' };
    const housing = { ...source, author: 'Housing', replica: 'b2' };
    const consolidations = [
      { ...aConsolidation, sources: [housing], undoneAt: '2026-11-03T09:00:00.000Z' },
      { ...aConsolidation, sources: [housing, inspector, filledIn] },
    ];
    await open({ 'list-consolidations': () => ({ consolidations }) });
    expect(await screen.findByLabelText(/What is new since the packet from Inspector/)).toBeInTheDocument();
    expect(screen.getByText(/^Smaller\. For Inspector alone/)).toBeInTheDocument();
  });

  it('counts one partner’s part once a partner is chosen, and hands over that', async () => {
    const { user, asked } = await open();
    await user.click(screen.getByLabelText(/One partner’s part/));
    expect(screen.queryByRole('button', { name: 'Write the packet' })).not.toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('Partner'), 'Police Scotland');
    await user.type(await screen.findByLabelText('Folder and name of the file'), '/a.cjpacket');
    await user.click(write());
    expect(asked('start-hand-over')).toMatchObject([{ part: { kind: 'partner' } }]);
    expect(asked('read-hand-over').at(-1)).toEqual({
      part: (asked('start-hand-over')[0] as { part: unknown }).part,
    });
  });

  it('keeps the proposed passphrase although the workbook changes, and proposes another only when asked', async () => {
    const { user, state } = await open();
    expect(shown()).toBe(contents.passphrase);
    await act(async () => state.session.changed());
    expect(shown()).toBe(contents.passphrase);
    await user.click(screen.getByRole('button', { name: 'Propose another' }));
    await waitFor(() => expect(shown()).toBe('proposal-3'));
  });

  it('takes a passphrase of one’s own when it is long enough, without the spaces around it', async () => {
    const { user, asked } = await open();
    await user.click(screen.getByLabelText('One of your own'));
    await user.type(path(), '/a.cjpacket');
    await user.type(screen.getByLabelText('Your own passphrase'), 'short');
    await user.click(write());
    expect(screen.getByText(/Type at least 8 characters/)).toBeInTheDocument();
    expect(asked('start-hand-over')).toEqual([]);
    await user.type(screen.getByLabelText('Your own passphrase'), ' and long enough ');
    await user.click(write());
    expect(asked('start-hand-over')).toMatchObject([{ passphrase: 'short and long enough' }]);
  });

  it('keeps how it is locked while a partner has still to be chosen', async () => {
    const { user, asked } = await open();
    await user.click(screen.getByLabelText('One of your own'));
    await user.type(screen.getByLabelText('Your own passphrase'), 'told on the phone');
    await user.click(screen.getByLabelText(/One partner’s part/));
    await user.selectOptions(screen.getByLabelText('Partner'), 'Police Scotland');
    expect(await screen.findByLabelText('Your own passphrase')).toHaveValue('told on the phone');
    await user.click(screen.getByLabelText('The proposed one'));
    expect(shown()).toBe(contents.passphrase);
    await user.type(path(), '/a.cjpacket');
    await user.click(write());
    expect(asked('start-hand-over')).toMatchObject([{ part: { kind: 'partner' } }]);
  });

  it('goes without a passphrase only on purpose, with a warning and the name that says so', async () => {
    const { user, asked } = await open();
    await user.click(screen.getByLabelText('Without a passphrase'));
    expect(screen.getByText('Anybody who gets hold of it can read it')).toBeInTheDocument();
    expect(screen.getAllByText(contents.plainFileName).length).toBeGreaterThan(0);
    expect(shown()).toBeUndefined();
    await user.type(path(), `/stick/${contents.plainFileName}`);
    await user.click(write());
    expect(asked('start-hand-over')).toMatchObject([{ passphrase: null }]);
  });

  it('says what is missing instead of starting without a path', async () => {
    const { user, asked } = await open();
    await user.click(write());
    expect(screen.getByText('Type where the packet is to be written.')).toBeInTheDocument();
    expect(asked('start-hand-over')).toEqual([]);
  });

  it('lets the host ask for the place where it can', async () => {
    const { user, asked } = await open({ 'start-hand-over': () => ({ job: null }) }, 'electron');
    expect(screen.queryByLabelText('Folder and name of the file')).not.toBeInTheDocument();
    await user.click(write());
    expect(asked('start-hand-over')).toEqual([
      { part: { kind: 'everything' }, attachments: true, passphrase: contents.passphrase },
    ]);
    expect(keptPassphrases.getState().byJob).toEqual({});
  });

  it('asks before it replaces a packet, and writes under the same passphrase then', async () => {
    const { user, asked } = await open({
      'read-job': () =>
        aRunningJob('hand-over', {
          state: 'failed',
          error: { code: 'already-exists', message: 'It is there already.' },
        }),
    });
    await user.type(path(), '/a.cjpacket');
    await user.click(write());
    await user.click(await screen.findByRole('button', { name: 'Replace the file that is there' }));
    expect(asked('start-hand-over').at(-1)).toMatchObject({
      replace: true,
      passphrase: contents.passphrase,
    });
  });

  it('says why there is nothing to hand over, and offers nothing to press', async () => {
    await open({ 'read-hand-over': () => ({ ...contents, changes: 0 }) });
    expect(screen.getByText(/There is nothing to hand over/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Write the packet' })).not.toBeInTheDocument();
  });
});

describe('a packet that was written', () => {
  async function openWritten() {
    const opened = await open({ 'read-job': () => aFinishedJob('hand-over', { path: '/a.cjpacket' }) });
    await opened.user.type(path(), '/a.cjpacket');
    await opened.user.click(write());
    await screen.findByText('The packet is written and was read back');
    return opened;
  }

  it('keeps its passphrase in view, with a warning, until that is put away', async () => {
    const { user } = await openWritten();
    expect(shown()).toBe(contents.passphrase);
    expect(screen.getByText('Note the passphrase of the packet now')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'It is noted: put it away' }));
    expect(shown()).toBeUndefined();
    expect(keptPassphrases.getState().byJob).toEqual({});
  });

  it('asks whether the passphrase is noted before it goes on to another', async () => {
    const { user } = await openWritten();
    await user.click(screen.getByRole('button', { name: 'Hand over something else' }));
    await user.click(screen.getByRole('button', { name: 'Leave it as it is' }));
    expect(shown()).toBe(contents.passphrase);
    await user.click(screen.getByRole('button', { name: 'Hand over something else' }));
    await user.click(screen.getByRole('button', { name: 'It is noted: go on' }));
    await waitFor(() => expect(shown()).toMatch(/^proposal-/));
    expect(write()).toBeInTheDocument();
  });

  it('makes the browser ask before the page goes, and not once the passphrase is put away', async () => {
    const { user } = await openWritten();
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(true);
    await user.click(screen.getByRole('button', { name: 'It is noted: put it away' }));
    expect(leave()).toBe(false);
  });

  it('forgets the passphrase of a packet that was not written', async () => {
    const { user } = await open({
      'read-job': () => aRunningJob('hand-over', { state: 'cancelled' }),
    });
    await user.type(path(), '/a.cjpacket');
    await user.click(write());
    expect(await screen.findByText('Writing the packet was stopped')).toBeInTheDocument();
    await waitFor(() => expect(keptPassphrases.getState().byJob).toEqual({}));
  });

  it('is still there, with its passphrase, after a look at another screen', async () => {
    const { state } = await openWritten();
    expect(state.session.store.getState().phase).toBe('open');
    document.body.replaceChildren();
    await renderScreen(<HandOverScreen />, {
      api: scriptedApi({
        'read-start': () => aStartView('browser'),
        'read-job': () => aFinishedJob('hand-over'),
        'read-workbook': () => aWorkbookView({ counts }),
      }),
      workbook: { counts },
    });
    expect(await screen.findByText('Note the passphrase of the packet now')).toBeInTheDocument();
    expect(shown()).toBe(contents.passphrase);
  });
});
