import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { WorkbookSettings } from '../../../../renderer/screens/settings/WorkbookSettings.tsx';
import { aHistoryEntry } from '../../support/aHistoryEntry.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

it('shows the name of the partnership however often something else was written since', async () => {
  const notes = Array.from({ length: 450 }, (_, index) =>
    aHistoryEntry(`n${index}`, 'note', `Note ${index}`, index === 0),
  );
  const all = [...notes, aHistoryEntry('r1', 'partnership', 'West Dunbartonshire', true)];
  const api = scriptedApi({
    'read-history': ({ before, limit }) => {
      const start = before ?? 0;
      const end = Math.min(start + limit, all.length);
      return { entries: all.slice(start, end), next: end < all.length ? end : null };
    },
  });
  await renderScreen(<WorkbookSettings />, { api });
  expect(await screen.findByLabelText('Partnership')).toHaveValue('West Dunbartonshire');
  expect(screen.getByLabelText('Note')).toHaveValue('Note 0');
});
