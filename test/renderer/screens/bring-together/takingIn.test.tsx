import '../../support/nativeDialog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ConsolidationEntry } from '../../../../shared/api/views/consolidationView.ts';
import type { JobView } from '../../../../shared/api/views/workbookView.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { aConsolidation } from './aPreview.ts';
import type { Script } from '../../support/scriptedApi.ts';
import { openDesk } from './openDesk.tsx';
import { typePaths } from './typePaths.ts';

const receipt = (counts: Readonly<Record<string, number>>): NonNullable<JobView['receipt']> => ({
  path: '/workbooks/w1',
  counts: Object.entries(counts).map(([name, count]) => ({ name, count })),
  fingerprint: 'abc',
  notes: ['one.cjpacket: a line of thousands'],
  finishedAt: '2026-10-03T14:02:00.000Z',
});

async function layOutOne({ user }: Awaited<ReturnType<typeof openDesk>>): Promise<void> {
  await typePaths(user, '/one');
  await user.click(await screen.findByRole('button', { name: 'Take these in' }));
}

describe('taking in', () => {
  it('takes in what the preview showed, then shows the receipt, the backup in words and the ways on', async () => {
    const open = await openDesk({
      jobViews: {
        consolidation: () => ({ receipt: receipt({ 'Changes taken in': 4, 'To settle now': 2 }) }),
      },
      script: {
        'read-workbook': () => aWorkbookView({ counts: { ...aWorkbookView().counts, conflicts: 2 } }),
        // Made when the clock was an hour ahead.
        'list-consolidations': () => ({
          consolidations: [aConsolidation({ backup: '2026-10-03T15:00:00.000Z' })],
        }),
        'list-backups': () => ({
          secondFolderProblem: null,
          backups: ['2026-10-03T14:01:00.000Z', '2026-10-03T15:00:00.000Z'].map((madeAt) => ({
            name: madeAt,
            madeAt,
            reason: 'Before a consolidation',
            bytes: 1,
            answers: 1,
            evidence: 1,
            verified: true,
          })),
        }),
      },
    });
    await layOutOne(open);
    expect(await screen.findByText('The contributions are taken in')).toBeInTheDocument();
    expect(open.inputs('start-consolidation')).toEqual([{ preview: 'laid out' }]);
    expect(screen.getByRole('row', { name: 'Changes taken in 4' })).toBeInTheDocument();
    expect(await screen.findByText(/15:00 \(before a consolidation\)/)).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'Settle 2 fields' })).toHaveAttribute(
      'href',
      '#/bring-together/to-settle',
    );
    expect(screen.getByRole('link', { name: /looks alike/ })).toBeInTheDocument();
    expect(screen.queryByText(/a line of thousands/)).toBeNull();
    await waitFor(() => expect(open.inputs('read-catalogue')).toHaveLength(1));
    await open.user.click(screen.getByRole('button', { name: 'Bring in more files' }));
    expect(await screen.findByRole('button', { name: 'Check these files' })).toBeInTheDocument();
  });

  it('lays out the next files without those that have been taken in', async () => {
    const open = await openDesk({});
    await layOutOne(open);
    await open.user.click(await screen.findByRole('button', { name: 'Bring in more files' }));
    await typePaths(open.user, '/two');
    await waitFor(() => expect(open.orders().at(-1)).toEqual({ paths: ['/two'] }));
  });

  it('says that the workbook is as it was when it is stopped, and the files still lie there', async () => {
    let state: JobView['state'] = 'running';
    const open = await openDesk({
      jobViews: { consolidation: () => ({ state, step: 'Making a backup first', receipt: null }) },
      script: {
        'cancel-job': () => {
          state = 'cancelled';
          return {};
        },
      },
    });
    await layOutOne(open);
    await open.user.click(await screen.findByRole('button', { name: 'Stop taking them in' }));
    expect(await screen.findByText('It was stopped. The workbook is as it was.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Take these in' })).toBeEnabled();
  });

  it('says in a sentence why it failed, and that the workbook is as it was', async () => {
    const open = await openDesk({
      jobViews: {
        consolidation: () => ({
          state: 'failed',
          receipt: null,
          error: { code: 'disk-full', message: 'The disk is full.' },
        }),
      },
    });
    await layOutOne(open);
    expect(await screen.findByText('The disk is full.')).toBeInTheDocument();
    expect(screen.getByText('Nothing was taken in. The workbook is as it was.')).toBeInTheDocument();
  });
});

describe('what was brought together so far', () => {
  const open = (consolidations: readonly ConsolidationEntry[], script: Script = {}) =>
    openDesk({
      jobViews: { undo: () => ({ receipt: receipt({ 'Changes set aside': 4 }) }) },
      script: { 'list-consolidations': () => ({ consolidations: [...consolidations] }), ...script },
    });

  it('says why the list is empty', async () => {
    await open([]);
    expect(await screen.findByText(/Nothing has been brought together/)).toBeInTheDocument();
  });

  it('names from whom, what it brought, and the number of fields to settle before and after', async () => {
    const sources = Array.from({ length: 50 }, (_, at) => ({
      name: `${String(at)}.cjpacket`,
      author: `Officer ${String(at)}`,
      voiceName: 'Police Scotland',
      replica: 'ab',
    }));
    await open([aConsolidation({ sources })]);
    const item = (await screen.findByText(/by Co-ordinator/)).closest('li');
    expect(item).toHaveTextContent('From Officer 0, Police Scotland · Officer 1, Police Scotland');
    expect(item).toHaveTextContent('And 46 others');
    expect(item).toHaveTextContent('4 changes and 2 files taken in. Fields to settle: 0 before, 1 after.');
  });

  it('offers to undo the last one that stands alone, and says of an undone one what is set aside', async () => {
    await open([
      aConsolidation({ id: 'c3', undoneAt: '2026-10-04T09:00:00.000Z', setAside: 3, canUndo: false }),
      aConsolidation({ id: 'c2' }),
      aConsolidation({ id: 'c1', canUndo: false }),
    ]);
    expect(await screen.findAllByRole('button', { name: 'Undo this consolidation' })).toHaveLength(1);
    expect(screen.getByText(/3 changes are set aside/)).toBeInTheDocument();
  });

  it('offers a sheet of what was not taken where there is something, and nowhere else', async () => {
    await open([
      aConsolidation({ id: 'c2', at: '2026-10-04T14:02:00.000Z', notTaken: 3, canUndo: false }),
      aConsolidation({ id: 'c1' }),
    ]);
    const item = (await screen.findAllByRole('listitem')).find((one) =>
      within(one).queryByText(/^4 Oct 2026/),
    );
    const sheets = screen.getAllByRole('button', { name: /^Save what was not taken/ });
    expect(sheets).toHaveLength(1);
    expect(item).toContainElement(sheets[0] ?? null);
  });

  it('says before undoing what happens, then does it, clears the desk and reads everything again', async () => {
    const { user, inputs, state } = await open([aConsolidation()]);
    await user.click(await screen.findByRole('button', { name: 'Undo this consolidation' }));
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('4 changes from 1 file set aside');
    expect(dialog).toHaveTextContent('take the same files in again and all of it comes back');
    expect(inputs('start-undo-consolidation')).toEqual([]);
    const before = state.session.store.getState().revision;
    await user.click(within(dialog).getByRole('button', { name: 'Undo this consolidation' }));
    expect(await screen.findByText('The consolidation is undone')).toBeInTheDocument();
    // The button that had it before goes when the list is read again.
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: /^Brought together so far/ })).toHaveFocus(),
    );
    expect(screen.getByRole('row', { name: 'Changes set aside 4' })).toBeInTheDocument();
    expect(inputs('discard-consolidation-preview')).toHaveLength(1);
    await waitFor(() => expect(inputs('read-catalogue')).toHaveLength(1));
    expect(state.session.store.getState().revision).toBeGreaterThan(before);
  });

  it('says in the question why the undoing did not begin', async () => {
    const { user } = await open([aConsolidation()], {
      'start-undo-consolidation': () => {
        throw new WorkbookError('locked', 'A packet is being written. Wait until it is done.');
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Undo this consolidation' }));
    const dialog = screen.getByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Undo this consolidation' }));
    expect(await within(dialog).findByText(/A packet is being written/)).toBeInTheDocument();
  });

  it('is left as it is when the person changes their mind', async () => {
    const { user, inputs } = await open([aConsolidation()]);
    await user.click(await screen.findByRole('button', { name: 'Undo this consolidation' }));
    await user.click(screen.getByRole('button', { name: 'Leave it as it is' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(inputs('start-undo-consolidation')).toEqual([]);
  });

  it('shows the newest of many, and all of them on demand', async () => {
    const { user } = await open(
      Array.from({ length: 12 }, (_, at) => aConsolidation({ id: `c${String(at)}`, canUndo: at === 0 })),
    );
    expect(await screen.findAllByText(/by Co-ordinator/)).toHaveLength(5);
    await user.click(screen.getByRole('button', { name: 'Show all 12' }));
    expect(screen.getAllByText(/by Co-ordinator/)).toHaveLength(12);
  });
});
