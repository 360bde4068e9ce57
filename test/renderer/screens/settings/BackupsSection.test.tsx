import '../../support/nativeDialog.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { BackupsSection } from '../../../../renderer/screens/settings/BackupsSection.tsx';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

it('shows all backups and fewer again, and keeps the focus on the way to both', async () => {
  const backups = Array.from({ length: 12 }, (_, index) => ({
    name: `${index}.sqlite`,
    madeAt: `2026-10-${String(index + 10)}T09:00:00.000Z`,
    reason: 'While working',
    bytes: 1_200_000,
    answers: 100,
    evidence: 300,
    verified: true,
  }));
  await renderScreen(<BackupsSection />, {
    api: scriptedApi({ 'list-backups': () => ({ backups, secondFolderProblem: null }) }),
  });
  const user = userEvent.setup();
  expect(screen.getAllByRole('button', { name: /^Restore/ })).toHaveLength(8);
  await user.click(screen.getByRole('button', { name: 'Show all 12' }));
  expect(screen.getAllByRole('button', { name: /^Restore/ })).toHaveLength(12);
  expect(screen.getByRole('button', { name: 'Show fewer' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getAllByRole('button', { name: /^Restore/ })).toHaveLength(8);
});

it('says why the last backup is not in the second folder as well', async () => {
  const secondFolderProblem = 'The second place for backups, E:\\, is not there. Connect it.';
  await renderScreen(<BackupsSection />, {
    api: scriptedApi({ 'list-backups': () => ({ backups: [], secondFolderProblem }) }),
  });
  expect(screen.getByRole('status')).toHaveTextContent(secondFolderProblem);
});
