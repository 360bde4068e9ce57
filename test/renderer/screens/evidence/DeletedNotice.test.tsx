import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { deletedNotice } from '../../../../renderer/screens/evidence/deletedNotice.ts';
import { DeletedNotice } from '../../../../renderer/screens/evidence/DeletedNotice.tsx';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

it('offers to undo the deletion only as long as that is what undo would take back', async () => {
  const deletedAt = '2026-10-03T14:02:00.000Z';
  const undoneAt = '2026-10-03T14:02:07.000Z';
  deletedNotice.setState({ title: 'Your View Counts', savedAt: deletedAt });
  const { state } = await renderScreen(
    <main>
      <h1 tabIndex={-1}>Evidence</h1>
      <DeletedNotice />
    </main>,
    {
      api: scriptedApi({ 'read-workbook': () => aWorkbookView({ lastSavedAt: undoneAt }) }),
      workbook: { lastSavedAt: deletedAt },
    },
  );
  screen.getByRole('button', { name: 'Undo the deletion' }).focus();
  // Undone by its key.
  await act(async () => state.session.changed(undoneAt));
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
});
