import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { MatrixScreen } from '../../../../renderer/screens/matrix/MatrixScreen.tsx';
import type { MatrixView } from '../../../../shared/api/views/outcomeView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

const view: MatrixView = {
  columns: [
    { id: 'ci2016/6.2', label: '6.2', title: 'Planning together' },
    { id: 'ci2016/9.2', label: '9.2', title: 'Leadership' },
  ],
  rows: [
    { outcomeId: 'opi2016/structural-1', title: 'Understanding', counts: [4, 0], total: 4 },
    { outcomeId: 'opi2016/structural-2', title: 'Planning', counts: [0, 0], total: 1 },
  ],
};

it('is a table whose every number opens its evidence, and says gaps in words', async () => {
  await renderScreen(<MatrixScreen columns="quality-indicator" />, {
    api: scriptedApi({ 'read-matrix': () => view }),
  });
  expect(screen.getByText(/^3 cells of 4 are gaps/)).toBeInTheDocument();
  expect(screen.getByRole('columnheader', { name: 'Planning together' })).toBeInTheDocument();
  const row = screen.getByRole('row', { name: /Understanding/ });
  expect(within(row).getByText('gap')).toBeInTheDocument();
  expect(
    within(row).getByRole('link', { name: '4 pieces of evidence: Understanding, Planning together' }),
  ).toHaveAttribute(
    'href',
    '#/evidence/where/linked=outcome~3Aopi2016~2Fstructural-1&and=quality-indicator~3Aci2016~2F6.2',
  );
});

it('opens a partner’s evidence by the partner it comes from', async () => {
  const columns = [{ id: 'partner/police-scotland', label: 'Police Scotland', title: 'Police Scotland' }];
  const rows = [{ outcomeId: 'opi2016/structural-1', title: 'Understanding', counts: [2], total: 2 }];
  await renderScreen(<MatrixScreen columns="partner" />, {
    api: scriptedApi({ 'read-matrix': () => ({ columns, rows }) }),
  });
  expect(screen.getByRole('link', { name: /2 pieces/ })).toHaveAttribute(
    'href',
    '#/evidence/where/partner=partner~2Fpolice-scotland&linked=outcome~3Aopi2016~2Fstructural-1',
  );
});
