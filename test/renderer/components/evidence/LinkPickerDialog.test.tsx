import '../../support/nativeDialog.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { LinkPickerDialog } from '../../../../renderer/components/evidence/LinkPickerDialog.tsx';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

const hit = (entity: string, entityId: string, label: string) => ({ entity, entityId, label, excerpt: '' });

it('offers national indicators, and actions and indicators of one’s own by their words alone', async () => {
  const api = scriptedApi({
    search: () => ({
      more: false,
      hits: [
        hit('action', 'a1', 'Action: Mentoring'),
        hit('indicator', 'own', 'Indicator: Mentors per cell'),
        // What the workbook notes of an indicator that the frameworks have, which is offered as that.
        hit('indicator', 'opi2016/S1-1', 'Indicator: Activities'),
      ],
    }),
  });
  await renderScreen(<LinkPickerDialog evidenceId="e1" linked={[]} onClose={() => undefined} />, { api });
  expect(screen.getByRole('checkbox', { name: /^National indicator 2: / })).toBeInTheDocument();
  await userEvent.type(screen.getByRole('searchbox'), 'mentor');
  expect(await screen.findByRole('checkbox', { name: 'Action: Mentoring' })).toBeInTheDocument();
  expect(screen.getByRole('group', { name: 'Indicators' })).toHaveTextContent('Mentors per cell');
  expect(screen.queryByText('Indicator: Activities')).not.toBeInTheDocument();
  expect(api.calls.at(-1)?.input).toEqual({ text: 'mentor', limit: 50, among: ['action', 'indicator'] });
});
