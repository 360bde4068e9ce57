import '../../support/nativeDialog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { HandBackScreen } from '../../../../renderer/screens/hand-back/HandBackScreen.tsx';
import type { ContributorView, HandBackView } from '../../../../shared/api/views/consolidationView.ts';
import { aFinishedJob, aStartView } from '../../support/aJobView.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { type Script, scriptedApi } from '../../support/scriptedApi.ts';

const police: ContributorView = {
  replica: 'aaaa1111',
  author: 'Inspector',
  voiceName: 'Police Scotland',
  packets: 2,
  takenAt: '2026-10-03T14:02:00.000Z',
  handedBackAt: null,
};
const housing: ContributorView = {
  ...police,
  replica: 'bbbb2222',
  author: '',
  voiceName: 'Housing',
  packets: 1,
  handedBackAt: '2026-10-04T09:00:00.000Z',
};
const note: HandBackView = {
  author: 'Inspector',
  voiceName: 'Police Scotland',
  replica: 'aaaa1111',
  packets: [],
  taken: [{ label: 'Grade of 6.2 for Police Scotland', fieldLabel: 'Grade', value: '4 Good' }],
  settled: [
    {
      label: 'Answer to 6.2, question 1',
      fieldLabel: 'How are we doing?',
      value: 'Two of five protocols lapsed.',
      isChangedSince: false,
      settledAs: 'Two of five protocols lapsed; joint tasking each week.',
      how: 'combine',
      by: 'Co-ordinator',
      at: '2026-10-05T10:00:00.000Z',
      reason: 'Both are true',
    },
  ],
  open: [
    {
      label: 'Grade of 6.3',
      fieldLabel: 'Grade',
      value: '3 Adequate',
      values: ['3 Adequate', '5 Very good'],
    },
  ],
  carriedOn: 1,
  totals: { taken: 1, settled: 1, open: 1, ignored: 1 },
  ignored: [{ what: 'Row 12', why: 'It was written by a newer version.' }],
};
const contents = {
  changes: 10,
  changesBytes: 4_000,
  attachments: 0,
  attachmentBytes: 0,
  passphrase: 'one-two-three-four-five-six',
  fileName: 'a.cjpacket',
  plainFileName: 'a not encrypted.cjpacket',
};

async function open(contributors: readonly ContributorView[], script: Script = {}, conflicts = 0) {
  const counts = { records: 10, evidence: 0, conflicts, deferred: 0, notHandedOver: 0 };
  const api = scriptedApi({
    'read-start': () => aStartView('browser'),
    'read-workbook': () => aWorkbookView({ counts }),
    'list-contributors': () => ({ contributors: [...contributors] }),
    'read-hand-back': () => note,
    'read-hand-over': () => contents,
    'start-hand-back': () => ({ job: 'j1' }),
    'read-job': () =>
      aFinishedJob('hand-back', { path: '/back', notes: ['Inspector.cjpacket', 'Inspector.docx'] }),
    ...script,
  });
  await renderScreen(<HandBackScreen />, { api, workbook: { counts } });
  const started = () => api.calls.filter(({ name }) => name === 'start-hand-back').map(({ input }) => input);
  return { api, started, user: userEvent.setup() };
}

describe('hand back', () => {
  it('says that nobody has contributed yet, and offers nothing to press', async () => {
    await open([]);
    expect(screen.getByText(/no contribution has been taken in here yet/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Write/ })).not.toBeInTheDocument();
  });

  it('lists everybody, all ticked, with when they were taken in and handed back', async () => {
    await open([police, housing]);
    expect(screen.getByText('2 of 2 ticked')).toBeInTheDocument();
    expect(
      screen.getByText(/2 contributions, last taken in 3 Oct 2026.*Not handed back yet/),
    ).toBeInTheDocument();
    expect(screen.getByText(/Handed back 4 Oct 2026/)).toBeInTheDocument();
    expect(screen.getByLabelText(/Name not given, Housing/)).toBeChecked();
  });

  it('reads a note only when it is opened, and shows what became of each part in words', async () => {
    const { api, user } = await open([police, housing]);
    expect(api.calls.some(({ name }) => name === 'read-hand-back')).toBe(false);
    await user.click(screen.getByText(/to Inspector, Police Scotland/));
    const taken = await screen.findByRole('region', { name: 'Taken: 1 value' });
    expect(taken).toHaveTextContent('4 Good');
    const settled = screen.getByRole('region', { name: /^Settled: 1 value/ });
    expect(settled).toHaveTextContent('Two of five protocols lapsed; joint tasking each week.');
    expect(settled).toHaveTextContent('Combined from several values by Co-ordinator');
    expect(settled).toHaveTextContent('Reason: Both are true');
    expect(screen.getByRole('region', { name: /^Not settled yet/ })).toHaveTextContent(
      /3 Adequate.*5 Very good/,
    );
    expect(screen.getByRole('region', { name: /^Not taken/ })).toHaveTextContent(
      'written by a newer version',
    );
    expect(screen.getByText(/1 value was taken and written on since/)).toBeInTheDocument();
    expect(api.calls.filter(({ name }) => name === 'read-hand-back')).toHaveLength(1);
  });

  it('says of a value that was taken whether it is theirs', async () => {
    const settled = note.settled.map((one) => ({ ...one, how: 'take' as const, settledAs: one.value }));
    const { user } = await open([police], { 'read-hand-back': () => ({ ...note, settled }) });
    await user.click(screen.getByText(/to Inspector, Police Scotland/));
    expect(await screen.findByText(/^Their value was taken by Co-ordinator/)).toBeInTheDocument();
  });

  it('says that an entry was removed, and nothing of fields that nobody knows', async () => {
    const taken = [{ label: 'Evidence: Survey', fieldLabel: '', value: 'Removed' }];
    const { user } = await open([police], { 'read-hand-back': () => ({ ...note, taken }) });
    await user.click(screen.getByText(/to Inspector, Police Scotland/));
    expect(await screen.findByRole('region', { name: 'Taken: 1 value' })).toHaveTextContent(
      'Evidence: SurveyThe entryRemoved',
    );
  });

  it('shows a long note a page at a time, to its end', async () => {
    const all = Array.from({ length: 250 }, (_, index) => ({
      label: `Answer ${String(index)}`,
      fieldLabel: 'How are we doing?',
      value: 'Well.',
    }));
    const { api, user } = await open([police], {
      'read-hand-back': () => ({
        ...note,
        taken: all.slice(0, 100),
        totals: { ...note.totals, taken: all.length },
      }),
      'list-hand-back': ({ offset, limit }) => ({
        taken: all.slice(offset, offset + limit),
        settled: [],
        open: [],
        ignored: [],
      }),
    });
    await user.click(screen.getByText(/to Inspector, Police Scotland/));
    const taken = await screen.findByRole('region', { name: 'Taken: 250 values' });
    const shown = () => within(taken).getAllByRole('listitem').length;
    const more = () => within(taken).queryByRole('button', { name: /^Show \d* ?more$/ });
    expect(shown()).toBe(4);
    for (const expected of [100, 200, 250]) {
      await user.click(more() ?? taken);
      await waitFor(() => expect(shown()).toBe(expected));
    }
    expect(more()).toBeNull();
    const asked = api.calls.filter(({ name }) => name === 'list-hand-back').map(({ input }) => input);
    expect(asked).toEqual([
      { replica: 'aaaa1111', author: 'Inspector', offset: 100, limit: 100 },
      { replica: 'aaaa1111', author: 'Inspector', offset: 200, limit: 100 },
    ]);
    await user.click(within(taken).getByRole('button', { name: 'Show fewer' }));
    expect(shown()).toBe(4);
  });

  it('writes a packet and a note for everybody who is ticked, and lists the files with their passphrase', async () => {
    const { started, user } = await open([police, housing]);
    await user.click(screen.getByLabelText(/Name not given, Housing/));
    await user.type(screen.getByLabelText('Folder to write them into'), '/back');
    await user.click(screen.getByRole('button', { name: 'Write the packets and notes' }));
    expect(started()).toEqual([
      {
        contributors: [{ replica: 'aaaa1111', author: 'Inspector' }],
        attachments: true,
        passphrase: contents.passphrase,
        folder: '/back',
      },
    ]);
    const receipt = (await screen.findByText('The packets and notes are written')).closest('.notice');
    expect(within(receipt as HTMLElement).getByText('Inspector.docx')).toBeInTheDocument();
    expect(screen.getByText('Note the passphrase of the packets now')).toBeInTheDocument();
  });

  it('asks for no passphrase where everybody filled in an Excel workbook and gets a note alone', async () => {
    const counts = [
      { name: 'Contributors', count: 1 },
      { name: 'Packets', count: 0 },
      { name: 'Notes', count: 1 },
    ];
    const { started, user } = await open([{ ...police, replica: 'excel-0123456789abcdef' }], {
      'read-job': () => aFinishedJob('hand-back', { counts }),
    });
    expect(screen.getByText(/\(filled-in Excel workbook\)/)).toBeInTheDocument();
    expect(screen.queryByText('Passphrase')).not.toBeInTheDocument();
    await user.type(screen.getByLabelText('Folder to write them into'), '/back');
    await user.click(screen.getByRole('button', { name: 'Write the notes' }));
    expect(started()).toMatchObject([{ passphrase: null }]);
    expect(await screen.findByText('The notes are written')).toBeInTheDocument();
    expect(screen.getByText(/^Give everybody their note\./)).toBeInTheDocument();
    expect(screen.queryByText(/Note the passphrase/)).not.toBeInTheDocument();
  });

  it('leads to the first field that is wrong', async () => {
    const { started, user } = await open([police]);
    await user.click(screen.getByRole('button', { name: 'Write the packets and notes' }));
    await waitFor(() => expect(screen.getByLabelText('Folder to write them into')).toHaveFocus());
    expect(started()).toEqual([]);
  });

  it('does not write for nobody', async () => {
    const { started, user } = await open([police, housing]);
    await user.click(screen.getByRole('button', { name: 'Tick none' }));
    await user.type(await screen.findByLabelText('Folder to write them into'), '/back');
    await user.click(await screen.findByRole('button', { name: 'Write the packets and notes' }));
    expect(await screen.findByText(/Nobody is ticked/)).toBeInTheDocument();
    expect(started()).toEqual([]);
  });

  it('advises settling first while fields are not settled', async () => {
    await open([police], {}, 3);
    expect(screen.getByText('3 fields are not settled')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'settle them first' })).toHaveAttribute(
      'href',
      '#/bring-together/to-settle',
    );
  });
});
