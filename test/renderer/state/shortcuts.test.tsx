import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createShortcuts, type Shortcuts } from '../../../renderer/state/shortcuts.ts';

let shortcuts: Shortcuts;
let areSingleKeysOn: boolean;
let listener: (event: KeyboardEvent) => void;
beforeEach(() => {
  areSingleKeysOn = true;
  shortcuts = createShortcuts(() => areSingleKeysOn);
  listener = (event) => {
    if (shortcuts.handle(event)) event.preventDefault();
  };
  document.addEventListener('keydown', listener);
  render(
    <>
      <textarea aria-label="Text" />
      <input type="radio" aria-label="Choice" />
    </>,
  );
});
afterEach(() => document.removeEventListener('keydown', listener));

describe('shortcuts', () => {
  it('leave single letters to a text field, and take them elsewhere', async () => {
    const jump = vi.fn();
    shortcuts.register('go-to', jump);
    await userEvent.type(screen.getByLabelText('Text'), 'g');
    expect(jump).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Text')).toHaveValue('g');
    await userEvent.click(screen.getByLabelText('Choice'));
    await userEvent.keyboard('g');
    expect(jump).toHaveBeenCalledOnce();
  });

  it('leave undo to a text field, and take the other combinations from anywhere', async () => {
    const undo = vi.fn();
    const next = vi.fn();
    shortcuts.register('undo', undo);
    shortcuts.register('next', next);
    await userEvent.click(screen.getByLabelText('Text'));
    await userEvent.keyboard('{Control>}z{/Control}{Alt>}{ArrowRight}{/Alt}');
    expect(undo).not.toHaveBeenCalled();
    expect(next).toHaveBeenCalledOnce();
  });

  it('are silent behind an open dialog', async () => {
    const jump = vi.fn();
    shortcuts.register('go-to', jump);
    const dialog = document.createElement('dialog');
    dialog.open = true;
    document.body.append(dialog);
    await userEvent.keyboard('g');
    expect(jump).not.toHaveBeenCalled();
  });

  it('can be turned off where they are single letters', async () => {
    const jump = vi.fn();
    const search = vi.fn();
    shortcuts.register('go-to', jump);
    shortcuts.register('search', search);
    areSingleKeysOn = false;
    await userEvent.keyboard('g{Control>}k{/Control}');
    expect(jump).not.toHaveBeenCalled();
    expect(search).toHaveBeenCalledOnce();
  });

  it('give a key to the screen that is shown where two screens have one each', async () => {
    const take = vi.fn();
    const leave = shortcuts.register('take-1', take);
    await userEvent.keyboard('1');
    expect(take).toHaveBeenCalledOnce();
    leave();
    const grade = vi.fn();
    shortcuts.register('grade-1', grade);
    await userEvent.keyboard('1');
    expect(grade).toHaveBeenCalledOnce();
    expect(take).toHaveBeenCalledOnce();
  });

  it('give a key back to the screen beneath when the upper one has gone', async () => {
    const beneath = vi.fn();
    shortcuts.register('go-to', beneath);
    const leave = shortcuts.register('go-to', vi.fn());
    await userEvent.keyboard('g');
    expect(beneath).not.toHaveBeenCalled();
    leave();
    await userEvent.keyboard('g');
    expect(beneath).toHaveBeenCalledOnce();
  });
});
