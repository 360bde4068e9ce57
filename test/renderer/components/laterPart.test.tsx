import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ScreenHeading } from '../../../renderer/components/ScreenHeading.tsx';
import { laterPart } from '../../../renderer/components/laterPart.tsx';
import { renderScreen } from '../support/renderScreen.tsx';
import { scriptedApi } from '../support/scriptedApi.ts';

const Walk = () => <ScreenHeading title="Walk" />;

describe('a part of the page that is loaded apart', () => {
  it('says that it is being read, and its heading takes the focus when it is there', async () => {
    let arrive = (_part: typeof Walk): void => {};
    const { Part } = laterPart(() => new Promise<typeof Walk>((resolve) => (arrive = resolve)));
    await renderScreen(<Part />, { api: scriptedApi({}) });
    expect(screen.getByRole('status')).toHaveTextContent('Reading this screen…');
    await act(async () => arrive(Walk));
    expect(screen.getByRole('heading', { name: 'Walk' })).toHaveFocus();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('comes up at once when it was loaded before, and is loaded only once', async () => {
    const importPart = vi.fn(async () => Walk);
    const { load, Part } = laterPart(importPart);
    await load();
    const { view } = await renderScreen(<Part />, { api: scriptedApi({}) });
    view.rerender(<Part />);
    expect(screen.getByRole('heading', { name: 'Walk' })).toHaveFocus();
    expect(importPart).toHaveBeenCalledOnce();
  });

  it('says when its file can’t be had, and opens the page again once all is saved', async () => {
    const reload = vi.fn();
    vi.stubGlobal('location', { hash: '#/walk', reload });
    try {
      const { load, Part } = laterPart(() => Promise.reject(new Error('Failed to fetch')));
      await expect(load()).rejects.toThrow('Failed to fetch');
      await renderScreen(<Part />, { api: scriptedApi({}) });
      const heading = await screen.findByRole('heading', { name: 'This screen could not be loaded' });
      expect(heading).toHaveFocus();
      await userEvent.click(screen.getByRole('button', { name: 'Open the page again' }));
      await waitFor(() => expect(reload).toHaveBeenCalledOnce());
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
