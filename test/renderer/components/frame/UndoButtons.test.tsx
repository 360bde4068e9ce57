import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { UndoButtons } from '../../../../renderer/components/frame/UndoButtons.tsx';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

it('says at once and in full why a change could not be undone', async () => {
  const sentence =
    'This was written on since, so that it can’t be undone any more. Its history has every value.';
  const api = scriptedApi({
    undo: () => {
      throw new WorkbookError('stale', sentence);
    },
  });
  await renderScreen(<UndoButtons />, { api, workbook: { undo: 'Grade of 6.2' } });
  await userEvent.click(screen.getByRole('button', { name: /^Undo/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
});
