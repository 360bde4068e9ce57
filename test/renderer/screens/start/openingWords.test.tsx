import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { StartScreen } from '../../../../renderer/screens/start/StartScreen.tsx';
import { shippedCatalogue } from '../../../../shared/frameworks/catalogue.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { pendingAnswers } from '../../support/pendingAnswers.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';
import { aStartView } from './aStartView.ts';

it('says for all to see what it is opening, until it is open', async () => {
  const opening = pendingAnswers();
  const api = scriptedApi({
    'read-start': () => aStartView(),
    'read-catalogue': () => shippedCatalogue,
    'open-example': async () => {
      await opening.hold();
      return aWorkbookView();
    },
  });
  await renderScreen(<StartScreen />, { api });
  await userEvent.click(screen.getByRole('button', { name: 'Open the example' }));
  const words = screen.getByText('Opening the example…');
  expect(words).not.toHaveClass('visually-hidden');
  await act(async () => opening.release());
  await waitFor(() => expect(words).toBeEmptyDOMElement());
  // That class stands for a view that is still being read.
  expect(words).not.toHaveClass('loading');
});
