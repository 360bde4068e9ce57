import '../support/nativeDialog.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';

import { Dialog } from '../../../renderer/components/Dialog.tsx';
import { FailureNotice } from '../../../renderer/components/FailureNotice.tsx';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';

const failure = new WorkbookError('internal', 'The disk did not answer.');

it('leaves the focus on the screen’s heading when one tries again, as its button may go', async () => {
  render(
    <main>
      <h1 tabIndex={-1}>Evidence</h1>
      <FailureNotice failure={failure} title="The evidence could not be read" onRetry={() => undefined} />
    </main>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByRole('heading', { name: 'Evidence' })).toHaveFocus();
});

it('stays within the dialog that is open', async () => {
  render(
    <main>
      <h1 tabIndex={-1}>Evidence</h1>
      <Dialog title="Link evidence that is there" onClose={() => undefined}>
        <FailureNotice failure={failure} title="The evidence could not be read" onRetry={() => undefined} />
      </Dialog>
    </main>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByRole('heading', { name: 'Link evidence that is there' })).toHaveFocus();
});
