import '../../support/nativeDialog.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { FrameworkRowDialog } from '../../../../renderer/screens/framework-row/FrameworkRowDialog.tsx';
import { shippedCatalogue } from '../../../../shared/frameworks/catalogue.ts';
import { aWorkbookView, anEntityView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

async function open(rowId: string) {
  const api = scriptedApi({
    'read-workbook': () => aWorkbookView(),
    'read-catalogue': () => shippedCatalogue,
    'correct-framework-row': ({ row }) => ({
      savedAt: '2026-10-03T14:02:00.000Z',
      entity: anEntityView('framework-row', row),
    }),
  });
  const onClose = vi.fn();
  const { view } = await renderScreen(<FrameworkRowDialog rowId={rowId} onClose={onClose} />, { api });
  const corrections = () =>
    api.calls.filter(({ name }) => name === 'correct-framework-row').map(({ input }) => input);
  return { onClose, corrections, api, view, user: userEvent.setup() };
}

describe('correcting a text of the framework', () => {
  it('says where the words come from and that they want checking', async () => {
    await open('ci2016/1.1');
    expect(screen.getByText('Check against your copy of the guide')).toBeInTheDocument();
    expect(screen.getByText(/The guide’s own illustrations are the Care Inspectorate’s/)).toBeInTheDocument();
  });

  it('sends only what was changed, and the tick', async () => {
    const { user, corrections, onClose } = await open('ci2016/1.1');
    await user.type(screen.getByLabelText(/Illustration of very good/), 'From our copy');
    await user.click(screen.getByRole('checkbox', { name: /agrees with our own copy/ }));
    await user.click(screen.getByRole('button', { name: 'Save the correction' }));
    expect(corrections()).toEqual([
      { row: 'ci2016/1.1', set: { illustrationVeryGood: 'From our copy', checked: true } },
    ]);
    expect(onClose).toHaveBeenCalled();
  });

  it('asks before throwing a correction away, and saves it when the window is closed', async () => {
    const { user, corrections, onClose, api } = await open('ci2016/6.2');
    await user.type(screen.getByLabelText('Title'), ' (corrected)');
    await user.click(screen.getByRole('button', { name: 'Leave it as it is' }));
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.getByText('Your correction is not saved yet')).toBeInTheDocument();
    expect(await api.close()).toBe(true);
    expect(corrections()).toHaveLength(1);
  });

  it('saves a correction when another screen comes up over it, unless it was thrown away', async () => {
    const { user, corrections, view } = await open('ci2016/6.2');
    await user.type(screen.getByLabelText('Title'), ' (corrected)');
    view.unmount();
    expect(corrections()).toHaveLength(1);
    const again = await open('ci2016/6.2');
    await user.type(screen.getByLabelText('Title'), ' (corrected)');
    await user.click(screen.getByRole('button', { name: 'Leave it as it is' }));
    await user.click(screen.getByRole('button', { name: 'Go on correcting' }));
    expect(screen.getByLabelText('Title')).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Leave it as it is' }));
    await user.click(screen.getByRole('button', { name: 'Discard the correction' }));
    again.view.unmount();
    expect(again.corrections()).toEqual([]);
  });

  it('offers no tick for the app’s own words, which have nothing to agree with', async () => {
    await open('ci2016/6.2/a1');
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});
