import '../support/nativeDialog.ts';
import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';

import { Dialog } from '../../../renderer/components/Dialog.tsx';

/** What Chromium does on a second Escape: it asks in vain, closes, and says so. */
async function pressEscapeInVain(): Promise<void> {
  const dialog = screen.getByRole<HTMLDialogElement>('dialog');
  await act(async () => {
    dialog.dispatchEvent(new Event('cancel', { cancelable: false }));
    dialog.close();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    dialog.dispatchEvent(new Event('close'));
  });
}

describe('a dialog that the browser has closed by itself', () => {
  it('comes up again with the focus where it was, when its owner wants it to stay', async () => {
    render(
      <Dialog title="Add evidence" onClose={() => undefined}>
        <input aria-label="Title" data-autofocus />
      </Dialog>,
    );
    await pressEscapeInVain();
    expect(screen.getByRole('dialog', { name: 'Add evidence' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveFocus();
  });

  it('comes up again while it must not be closed, without asking its owner', async () => {
    let asked = 0;
    render(
      <Dialog title="Add evidence" isClosable={false} onClose={() => (asked += 1)}>
        <p>Attaching a file</p>
      </Dialog>,
    );
    await pressEscapeInVain();
    expect(screen.getByRole('dialog', { name: 'Add evidence' })).toBeVisible();
    expect(asked).toBe(0);
  });

  it('stays closed when its owner has taken it away', async () => {
    function Owner() {
      const [isOpen, setIsOpen] = useState(true);
      if (!isOpen) return null;
      return (
        <Dialog title="Keys" onClose={() => setIsOpen(false)}>
          <p>All keys</p>
        </Dialog>
      );
    }
    render(<Owner />);
    await pressEscapeInVain();
    expect(screen.queryByText('All keys')).toBeNull();
  });
});
