import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { HistoryScreen } from '../../../../renderer/screens/history/HistoryScreen.tsx';
import type { HistoryEntry } from '../../../../shared/api/views/searchView.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { aWorkbookView, anEntityView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { type Script, scriptedApi } from '../../support/scriptedApi.ts';

function entry(number: number, change: Partial<HistoryEntry['changes'][number]> = {}): HistoryEntry {
  return {
    record: `r${number}`,
    entity: 'evidence',
    entityId: 'e1',
    label: `Evidence: change ${number}`,
    stamp: {
      author: 'Co-ordinator',
      voice: 'partnership',
      replica: '7f3a90',
      at: '2026-10-03T09:12:00.000Z',
    },
    voiceName: 'The partnership',
    changes: [
      {
        field: 'title',
        fieldLabel: 'Title',
        before: 'two of five protocols lapsed',
        after: 'two of six protocols lapsed',
        live: false,
        ...change,
      },
    ],
  };
}

async function open(script: Script) {
  const api = scriptedApi({ 'read-workbook': () => aWorkbookView(), ...script });
  await renderScreen(<HistoryScreen />, { api });
  return { api, user: userEvent.setup() };
}

describe('the history', () => {
  it('says who changed what, on which copy, and which words', async () => {
    await open({ 'read-history': () => ({ entries: [entry(1)], next: null }) });
    expect(screen.getByText(/Co-ordinator, as the partnership · copy 7f3a$/)).toBeInTheDocument();
    expect(screen.getByText('five', { selector: 'del' })).toHaveTextContent('[removed: five]');
    expect(screen.getByText('six', { selector: 'ins' })).toHaveTextContent('[added: six]');
  });

  it('brings a value back by a new change and says so', async () => {
    const { api, user } = await open({
      'read-history': () => ({ entries: [entry(1)], next: null }),
      'restore-value': () => ({
        savedAt: '2026-10-03T14:02:00.000Z',
        entity: anEntityView('evidence', 'e1'),
      }),
    });
    await user.click(screen.getByRole('button', { name: /Bring this value back/ }));
    expect(api.calls.find(({ name }) => name === 'restore-value')?.input).toEqual({
      record: 'r1',
      field: 'title',
    });
    expect(screen.getByText(/^Title was brought back\./)).toBeInTheDocument();
  });

  it('says in words how something was settled', async () => {
    const how = {
      field: 'how',
      fieldLabel: 'How it was settled',
      before: null,
      after: 'combine',
      live: true,
    };
    await open({ 'read-history': () => ({ entries: [entry(1, how)], next: null }) });
    expect(screen.getByText('Combined from several values')).toBeInTheDocument();
  });

  it('offers no way back to what stands already', async () => {
    await open({ 'read-history': () => ({ entries: [entry(1, { live: true })], next: null }) });
    expect(screen.queryByRole('button', { name: /Bring/ })).not.toBeInTheDocument();
    expect(screen.getByText(/stands now/)).toBeInTheDocument();
  });

  it('shows earlier changes after the ones that are there', async () => {
    const { user } = await open({
      'read-history': ({ before }) =>
        before === undefined
          ? { entries: [entry(2)], next: 2 }
          : { entries: [entry(1, { before: null, after: null })], next: null },
    });
    await user.click(screen.getByRole('button', { name: 'Show earlier changes' }));
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['Evidence: change 2', 'Evidence: change 1']);
    expect(screen.getByText('Emptied')).toBeInTheDocument();
    expect(screen.getByText('2 changes; the first one is at the end.')).toBeInTheDocument();
  });

  it('keeps the place of whoever brings an early value back, and the focus of whoever reaches the first change', async () => {
    const all = Array.from({ length: 320 }, (_, index) => entry(320 - index));
    const { user } = await open({
      'read-history': ({ before, limit }) => {
        const start = before ?? 0;
        const end = Math.min(start + limit, all.length);
        return { entries: all.slice(start, end), next: end < all.length ? end : null };
      },
      'restore-value': () => ({
        savedAt: '2026-10-03T14:02:00.000Z',
        entity: anEntityView('evidence', 'e1'),
      }),
    });
    for (let page = 0; page < 6; page += 1)
      await user.click(screen.getByRole('button', { name: 'Show earlier changes' }));
    expect(screen.getByText('320 changes; the first one is at the end.')).toHaveFocus();
    const early = screen.getAllByRole('button', { name: /Bring this value back/ }).at(-1);
    if (early === undefined) throw new Error('No value can be brought back');
    await user.click(early);
    expect(screen.getByText(/^Title was brought back\./)).toBeInTheDocument();
    expect(early).toBeInTheDocument();
    expect(early).toHaveFocus();
  });

  it('says why a value could not be brought back', async () => {
    const { user } = await open({
      'read-history': () => ({ entries: [entry(1)], next: null }),
      'restore-value': () => {
        throw new WorkbookError('not-found', 'This change is not in the workbook any more.');
      },
    });
    await user.click(screen.getByRole('button', { name: /Bring this value back/ }));
    expect(screen.getByRole('alert')).toHaveTextContent('This change is not in the workbook any more.');
  });
});
