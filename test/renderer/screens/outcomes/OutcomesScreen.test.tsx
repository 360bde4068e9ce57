import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { OutcomesScreen } from '../../../../renderer/screens/outcomes/OutcomesScreen.tsx';
import type { OutcomesView } from '../../../../shared/api/views/outcomeView.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

const view: OutcomesView = {
  rule: 'Strong: at least three kinds.',
  outcomes: [
    {
      id: 'opi2016/structural-1',
      kind: 'structural',
      title: 'Understanding',
      evidence: 41,
      kinds: ['document', 'views-of-people'],
      newest: '2026-09',
      partners: 7,
      level: 'fair',
      advice: ['Only 2 kinds of evidence.'],
    },
    {
      id: 'opi2016/person-1',
      kind: 'person-centric',
      title: 'Life chances',
      evidence: 0,
      kinds: [],
      newest: null,
      partners: 0,
      level: 'none',
      advice: ['No evidence is linked yet.'],
    },
  ],
};

it('says for every outcome how much, of which kinds, how new and how strong', async () => {
  await renderScreen(<OutcomesScreen />, { api: scriptedApi({ 'read-outcomes': () => view }) });
  const row = screen.getByRole('row', { name: /Understanding/ });
  expect(within(row).getByText(/^2 of 4/)).toHaveTextContent('Views of people, Document');
  expect(row).toHaveTextContent('41');
  expect(row).toHaveTextContent(/Sept? 2026/);
  expect(row).toHaveTextContent('Fair. Only 2 kinds of evidence.');
  expect(screen.getByText(/1 outcome has no evidence yet/)).toHaveTextContent(
    'Strong: at least three kinds.',
  );
  expect(screen.getByRole('heading', { name: 'National outcomes of 2023' })).toBeInTheDocument();
});

it('says that they could not be read, with a way to try again', async () => {
  await renderScreen(<OutcomesScreen />, {
    api: scriptedApi({
      'read-outcomes': () => {
        throw new WorkbookError('internal', 'Something went wrong.');
      },
    }),
  });
  expect(screen.getByRole('alert')).toHaveTextContent('The outcomes could not be read');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
});
