import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { OpeningNotice } from '../../../../renderer/components/frame/OpeningNotice.tsx';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

const notice = 'The last save before the program was closed was not complete.';

describe('the notice of what was found when the workbook was opened', () => {
  it('is not there when nothing was found', async () => {
    await renderScreen(<OpeningNotice />, { api: scriptedApi({}) });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('stays until it is put away, and then is gone for good', async () => {
    let isThere = true;
    const api = scriptedApi({
      'read-workbook': () => aWorkbookView({ notice: isThere ? notice : null }),
      'dismiss-notice': () => {
        isThere = false;
        return aWorkbookView();
      },
    });
    await renderScreen(<OpeningNotice />, { api, workbook: { notice } });
    expect(screen.getByText(notice)).toBeInTheDocument();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Put away' }));
    await waitFor(() => expect(screen.queryByText(notice)).not.toBeInTheDocument());
  });

  it('says why it could not be put away', async () => {
    await renderScreen(<OpeningNotice />, { api: scriptedApi({}), workbook: { notice } });
    await userEvent.setup().click(screen.getByRole('button', { name: 'Put away' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('dismiss-notice');
    expect(screen.getByText(notice)).toBeInTheDocument();
  });
});
