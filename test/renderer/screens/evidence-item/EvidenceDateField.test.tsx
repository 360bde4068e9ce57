import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { EvidenceDateField } from '../../../../renderer/screens/evidence-item/EvidenceDateField.tsx';
import type { KeptSettlementDraft } from '../../../../shared/api/views/settlementDraftView.ts';
import { aLiveValue, anEntityView, aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';
import { writeAtOnce } from '../../support/writeAtOnce.ts';

type Drafts = Map<string, KeptSettlementDraft>;

async function open(...saved: readonly string[]) {
  return openAgain(new Map(), ...saved);
}

async function openAgain(drafts: Drafts, ...saved: readonly string[]) {
  const values = saved.map((value, index) => aLiveValue(value, `r${index + 1}`));
  const entity = anEntityView('evidence', 'e1', { date: values });
  const api = scriptedApi({
    'read-workbook': () => aWorkbookView(),
    'list-settlement-drafts': () => ({ drafts: [...drafts.values()] }),
    'keep-settlement-draft': ({ draft, ...address }) => {
      if (draft === null) drafts.delete(address.entityId);
      else drafts.set(address.entityId, { ...address, draft, at: '2026-10-03T14:02:00.000Z' });
      return { savedAt: '2026-10-03T14:02:00.000Z' };
    },
    edit: ({ set }) => ({
      savedAt: '2026-10-03T14:02:00.000Z',
      entity: anEntityView('evidence', 'e1', { date: [aLiveValue(set['date'] ?? null, 'r9')] }),
    }),
  });
  const { view } = await renderScreen(<EvidenceDateField entity={entity} name="Evidence “Survey”: Date" />, {
    api,
  });
  const edits = () => api.calls.filter(({ name }) => name === 'edit').map(({ input }) => input);
  return { api, drafts, edits, view, user: userEvent.setup() };
}

describe('the date of evidence', () => {
  it('is saved as it is kept, however it was typed, in words beside', async () => {
    const { edits, user } = await open('2017');
    expect(screen.getByText('Read as 2017')).toBeInTheDocument();
    await writeAtOnce(screen.getByLabelText('Date'), '31/3/2017');
    await user.tab();
    await waitFor(() =>
      expect(edits().at(-1)).toMatchObject({ set: { date: '2017-03-31' }, seen: { date: ['r1'] } }),
    );
    expect(screen.getByText('Read as 31 Mar 2017')).toBeInTheDocument();
    expect(screen.getByLabelText('Date')).toHaveValue('2017-03-31');
  });

  it('says what is wrong on leaving and keeps both what is typed and what was saved', async () => {
    const { edits, user } = await open('2017');
    await writeAtOnce(screen.getByLabelText('Date'), '2017 or so');
    expect(screen.queryByText(/^Not saved/)).not.toBeInTheDocument();
    await user.tab();
    expect(screen.getByText(/^Not saved as the date: Type a year such as 2017/)).toBeInTheDocument();
    expect(screen.getByLabelText('Date')).toHaveValue('2017 or so');
    expect(edits()).toEqual([]);
  });

  it('keeps what cannot be read when the window closes, and goes on from it later', async () => {
    const first = await open('2017');
    await writeAtOnce(screen.getByLabelText('Date'), 'sprng 2017');
    expect(await first.api.close()).toBe(true);
    expect(first.drafts.get('e1')?.draft).toMatchObject({
      own: 'sprng 2017',
      label: 'Evidence “Survey”: Date',
    });
    first.view.unmount();
    const { drafts, edits, user } = await openAgain(first.drafts, '2017');
    await waitFor(() => expect(screen.getByLabelText('Date')).toHaveValue('sprng 2017'));
    expect(screen.getByText(/^Not saved as the date: /)).toBeInTheDocument();
    await writeAtOnce(screen.getByLabelText('Date'), '4/2017');
    await user.tab();
    await waitFor(() => expect(edits()).toMatchObject([{ set: { date: '2017-04' } }]));
    await waitFor(() => expect(drafts.size).toBe(0));
    expect(screen.getByLabelText('Date')).toHaveValue('2017-04');
  });

  it('takes one of several dates, and has the focus where its button was', async () => {
    const { edits, user } = await open('2017', '2018-03');
    await user.click(screen.getByRole('button', { name: /number 2/ }));
    expect(edits()).toMatchObject([{ set: { date: '2018-03' }, seen: { date: ['r1', 'r2'] } }]);
    expect(screen.getByLabelText('Date')).toHaveFocus();
    expect(screen.getByLabelText('Date')).toHaveValue('2018-03');
  });
});
