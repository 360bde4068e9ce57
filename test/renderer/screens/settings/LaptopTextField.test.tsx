import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { LaptopTextField } from '../../../../renderer/screens/settings/LaptopTextField.tsx';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

async function draw(onSave: (value: string) => Promise<boolean>) {
  const api = scriptedApi({});
  await renderScreen(<LaptopTextField label="Your name" hint="A role will do" value="" onSave={onSave} />, {
    api,
  });
  await userEvent.type(screen.getByLabelText('Your name'), 'Officer');
  return api;
}

it('saves what was typed a moment before the window closes', async () => {
  const kept: string[] = [];
  const api = await draw(async (value) => {
    kept.push(value);
    return true;
  });
  expect(await api.close()).toBe(true);
  expect(kept).toEqual(['Officer']);
});

it('holds the window open when what was typed cannot be kept', async () => {
  const api = await draw(async () => false);
  expect(await api.close()).toBe(false);
  expect(await screen.findByText('Not saved.')).toBeInTheDocument();
});
