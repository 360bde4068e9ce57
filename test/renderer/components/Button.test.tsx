import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { Button } from '../../../renderer/components/Button.tsx';
import { useAction } from '../../../renderer/state/useAction.ts';
import { pendingAnswers } from '../support/pendingAnswers.ts';

describe('a button that is busy with what it was pressed for', () => {
  it('keeps the focus, says that it is disabled, and does nothing meanwhile', async () => {
    const work = pendingAnswers();
    function BackUp() {
      const action = useAction(work.hold);
      return (
        <Button disabled={action.isBusy} onClick={() => void action.run()}>
          Back up now
        </Button>
      );
    }
    render(<BackUp />);
    const button = screen.getByRole('button', { name: 'Back up now' });
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(button).toHaveFocus();
    // A browser would take the focus from it.
    expect(button).toBeEnabled();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    expect(work.count()).toBe(1);
    await act(async () => work.release());
    expect(button).toHaveFocus();
    expect(button).not.toHaveAttribute('aria-disabled');
  });

  it('is disabled like any other once the focus has left it', async () => {
    const work = pendingAnswers();
    function Save() {
      const action = useAction(work.hold);
      return (
        <Button type="submit" disabled={action.isBusy} onClick={() => void action.run()}>
          Save
        </Button>
      );
    }
    render(<Save />);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await act(async () => work.release());
  });
});
