import '../../support/nativeDialog.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { useLocation } from 'wouter';
import { EvidenceScreen } from '../../../../renderer/screens/evidence/EvidenceScreen.tsx';
import type { EvidenceFilter } from '../../../../shared/api/views/evidenceView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

function Register() {
  const [location] = useLocation();
  return <EvidenceScreen filter={location.split('/where/')[1] ?? ''} />;
}

it('looks for as much of a pasted page as one search takes, and keeps it in its field', async () => {
  const filters: EvidenceFilter[] = [];
  const api = scriptedApi({
    'list-evidence': ({ filter }) => {
      filters.push(filter);
      return { total: 0, all: 0, rows: [] };
    },
  });
  await renderScreen(<Register />, { api });
  const user = userEvent.setup();
  await user.click(screen.getByLabelText('Words'));
  await user.paste('x'.repeat(600));
  await waitFor(() => expect(filters.at(-1)?.text).toBe('x'.repeat(500)));
  expect(screen.getByLabelText('Words')).toHaveValue('x'.repeat(500));
});
