import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { EvidenceDateField } from '../../../../renderer/screens/evidence-item/EvidenceDateField.tsx';
import { aLiveValue, anEntityView, aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

async function open(saved: string) {
  const entity = anEntityView('evidence', 'e1', { date: [aLiveValue(saved, 'r1')] });
  const api = scriptedApi({
    'read-workbook': () => aWorkbookView(),
    edit: ({ set }) => ({
      savedAt: '2026-10-03T14:02:00.000Z',
      entity: anEntityView('evidence', 'e1', { date: [aLiveValue(set['date'] ?? null, 'r2')] }),
    }),
  });
  await renderScreen(<EvidenceDateField entity={entity} name="Date" />, { api });
  const edits = () => api.calls.filter(({ name }) => name === 'edit').map(({ input }) => input);
  return { edits, user: userEvent.setup() };
}

describe('the date of evidence', () => {
  it('is saved as it is kept, however it was typed, in words beside', async () => {
    const { edits, user } = await open('2017');
    expect(screen.getByText('Read as 2017')).toBeInTheDocument();
    await user.clear(screen.getByLabelText('Date'));
    await user.type(screen.getByLabelText('Date'), '31/3/2017');
    await user.tab();
    await waitFor(() =>
      expect(edits().at(-1)).toMatchObject({ set: { date: '2017-03-31' }, seen: { date: ['r1'] } }),
    );
    expect(screen.getByText('Read as 31 Mar 2017')).toBeInTheDocument();
    expect(screen.getByLabelText('Date')).toHaveValue('2017-03-31');
  });

  it('says what is wrong on leaving and keeps both what is typed and what was saved', async () => {
    const { edits, user } = await open('2017');
    await user.type(screen.getByLabelText('Date'), ' or so');
    expect(screen.queryByText(/^Not saved/)).not.toBeInTheDocument();
    await user.tab();
    expect(screen.getByText(/^Not saved: Type a year such as 2017/)).toBeInTheDocument();
    expect(screen.getByLabelText('Date')).toHaveValue('2017 or so');
    expect(edits()).toEqual([]);
  });
});
