import { act, screen } from '@testing-library/react';
import { expect, it, onTestFinished } from 'vitest';
import { WalkScreen } from '../../../../renderer/screens/walk/WalkScreen.tsx';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';
import { anOutline, anOutlineIndicator, anOutlineQuestion } from './someOutline.ts';

it('opens an outline that is folded away when its filter’s key is pressed, and has the focus in the filter', async () => {
  // jsdom has nothing to scroll.
  HTMLElement.prototype.scrollIntoView = () => undefined;
  onTestFinished(() => void Reflect.deleteProperty(HTMLElement.prototype, 'scrollIntoView'));
  const outline = anOutline(anOutlineIndicator('6.2', [anOutlineQuestion('ci2016/6.2/p1', 1)]));
  const { state } = await renderScreen(<WalkScreen stopId="ci2016/6.2/p1" />, {
    api: scriptedApi({ 'read-walk': () => outline }),
  });
  const toggle = screen.getByRole('button', { name: /^Show the outline/ });
  expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await act(async () => {
    state.shortcuts.handle(new KeyboardEvent('keydown', { key: 'f' }));
  });
  expect(toggle).toHaveAttribute('aria-expanded', 'true');
  expect(screen.getByRole('combobox', { name: 'Show' })).toHaveFocus();
});
