import '../../support/nativeDialog.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, onTestFinished } from 'vitest';
import { JumpDialog } from '../../../../renderer/screens/walk/JumpDialog.tsx';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';
import { anOutline, anOutlineIndicator, anOutlineQuestion } from './someOutline.ts';

it('keeps in sight what is typed, and then the chosen match, where the list is higher than the window', async () => {
  const questions = [anOutlineQuestion('ci2016/6.2/p1', 1), anOutlineQuestion('ci2016/6.2/p2', 2)];
  const scrolled: string[] = [];
  // jsdom has nothing to scroll.
  HTMLElement.prototype.scrollIntoView = function noted(this: HTMLElement): void {
    scrolled.push(this.id);
  };
  onTestFinished(() => void Reflect.deleteProperty(HTMLElement.prototype, 'scrollIntoView'));
  await renderScreen(<JumpDialog onClose={() => undefined} />, {
    api: scriptedApi({ 'read-walk': () => anOutline(anOutlineIndicator('6.2', questions)) }),
  });
  expect(scrolled.at(-1)).toBe(screen.getByRole('combobox').id);
  await userEvent.keyboard('{ArrowDown}');
  expect(scrolled.at(-1)).toBe(screen.getByRole('option', { selected: true }).id);
});
