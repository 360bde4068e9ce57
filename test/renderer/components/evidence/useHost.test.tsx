import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useHost } from '../../../../renderer/components/evidence/useHost.ts';
import type { StartView } from '../../../../shared/api/views/workbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

const start: StartView = {
  recent: [],
  dataFolder: '/data',
  dataFolderProblem: null,
  appVersion: '0.1.0',
  host: 'electron',
  author: 'Officer',
  hasRehearsal: false,
};

function Host() {
  return <p>{useHost() ?? 'unknown'}</p>;
}

it('asks once where the page runs, whatever is saved meanwhile', async () => {
  const api = scriptedApi({ 'read-start': () => start });
  const { state } = await renderScreen(<Host />, { api });
  expect(screen.getByText('electron')).toBeInTheDocument();
  await act(async () => state.session.changed());
  expect(api.calls.filter(({ name }) => name === 'read-start')).toHaveLength(1);
});
