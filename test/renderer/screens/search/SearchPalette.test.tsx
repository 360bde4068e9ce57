import '../../support/nativeDialog.ts';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { lastSearch } from '../../../../renderer/screens/search/lastSearch.ts';
import { SearchPalette } from '../../../../renderer/screens/search/SearchPalette.tsx';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

type Reply = OutputOf<'search'>;

function hitsFor(text: string): Reply {
  const names = ['first', 'second', 'third'];
  return {
    more: false,
    hits: names.map((name) => ({
      entity: 'evidence',
      entityId: `${text}-${name}`,
      label: `Evidence: ${text} ${name}`,
      excerpt: `the \u0002${text}\u0003 of ${name}`,
    })),
  };
}

async function open(search: (text: string) => Reply | Promise<Reply> = hitsFor) {
  const api = scriptedApi({ search: ({ text }) => search(text) });
  const onClose = vi.fn();
  await renderScreen(<SearchPalette onClose={onClose} />, { api });
  return { api, onClose, user: userEvent.setup() };
}

describe('the search from anywhere', () => {
  it('has the focus, finds while one types and marks the match', async () => {
    const { user } = await open();
    expect(screen.getByRole('combobox')).toHaveFocus();
    await user.keyboard('zebras');
    expect(await screen.findByText('3 places.')).toBeInTheDocument();
    await waitFor(() => expect(screen.getAllByText('zebras', { selector: 'mark' })).toHaveLength(3));
  });

  it('chooses with the arrow keys while the box keeps the focus, and opens with Enter', async () => {
    const { user, onClose } = await open();
    await user.keyboard('zebras');
    await screen.findByText('Evidence: zebras third');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const chosen = screen.getByRole('option', { selected: true });
    expect(chosen).toHaveTextContent('zebras third');
    expect(screen.getByRole('combobox')).toHaveAttribute('aria-activedescendant', chosen.id);
    expect(screen.getByRole('combobox')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(window.location.hash).toBe('#/evidence/zebras-third');
    expect(onClose).toHaveBeenCalled();
  });

  it('never shows the hits of earlier words over those of later ones', async () => {
    const waiting = new Map<string, (reply: Reply) => void>();
    const { user } = await open(
      (text) => new Promise((resolve) => waiting.set(text, (reply) => resolve(reply))),
    );
    await user.keyboard('zebra');
    await waitFor(() => expect(waiting.has('zebra')).toBe(true));
    await user.keyboard('s');
    await waitFor(() => expect(waiting.has('zebras')).toBe(true));
    await act(async () => waiting.get('zebras')?.(hitsFor('zebras')));
    await act(async () => waiting.get('zebra')?.(hitsFor('zebra')));
    expect(screen.getByText('Evidence: zebras first')).toBeInTheDocument();
    expect(screen.queryByText('Evidence: zebra first')).not.toBeInTheDocument();
  });

  it('opens no hit of earlier words while those of later ones are looked for', async () => {
    const { user } = await open((text) =>
      text === 'zebra' ? hitsFor('zebra') : new Promise(() => undefined),
    );
    await user.keyboard('zebra');
    await screen.findByText('Evidence: zebra first');
    await user.keyboard('s');
    await waitFor(() => expect(screen.getByRole('combobox')).toHaveValue('zebras'));
    await act(async () => new Promise((resolve) => setTimeout(resolve, 200)));
    await user.keyboard('{Enter}');
    expect(window.location.hash).toBe('');
  });

  it('opens the first hit as soon as it is there for whoever has pressed Enter before', async () => {
    let answer: (reply: Reply) => void = () => undefined;
    const { user, onClose } = await open(() => new Promise((resolve) => (answer = resolve)));
    await user.keyboard('zebras{Enter}');
    await screen.findByText('Looking…');
    expect(onClose).not.toHaveBeenCalled();
    await act(async () => answer(hitsFor('zebras')));
    expect(window.location.hash).toBe('#/evidence/zebras-first');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('opens nothing for whoever has typed on after Enter', async () => {
    let answer: (reply: Reply) => void = () => undefined;
    const { user, onClose } = await open(() => new Promise((resolve) => (answer = resolve)));
    await user.keyboard('zebra{Enter}s');
    await screen.findByText('Looking…');
    await act(async () => answer(hitsFor('zebras')));
    expect(screen.getByText('Evidence: zebras first')).toBeInTheDocument();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('leads to all hits on their own screen, also from that screen, and there with what has no screen', async () => {
    const { user, onClose } = await open(() => ({
      more: true,
      hits: [{ entity: 'action', entityId: 'x1', label: 'Action: stables', excerpt: 'stables' }],
    }));
    window.location.hash = '/search';
    await user.keyboard('stables');
    await screen.findByText('Action: stables');
    await user.click(screen.getByRole('link', { name: /Show all/ }));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(lastSearch.getState().words).toBe('stables');
    lastSearch.setState({ words: '' });
    await user.click(screen.getByRole('option', { name: /Action: stables/ }));
    expect(lastSearch.getState().words).toBe('stables');
  });

  it('takes every letter at once while the search is slow', async () => {
    const { api } = await open(() => new Promise(() => undefined));
    const words = 'housing on release';
    const searched = () => api.calls.filter(({ name }) => name === 'search').map(({ input }) => input);
    // One letter after the other without a pause, which a slow computer would make.
    for (let letters = 1; letters <= words.length; letters += 1)
      fireEvent.change(screen.getByRole('combobox'), { target: { value: words.slice(0, letters) } });
    expect(screen.getByRole('combobox')).toHaveValue(words);
    await waitFor(() => expect(searched()).toMatchObject([{ text: '' }, { text: words }]));
  });

  it('finds the questions of the frameworks too, which nobody has written', async () => {
    const { user } = await open(() => ({ hits: [], more: false }));
    await user.keyboard('6.2 collab');
    expect(await screen.findByText('Quality indicator')).toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(window.location.hash).toBe('#/walk/ci2016%2F6.2');
  });

  it('looks for as much of a pasted page as one search takes', async () => {
    const { user, api } = await open();
    await user.paste('stable '.repeat(200));
    await screen.findByText('3 places.');
    expect(api.calls.at(-1)?.input).toMatchObject({ text: 'stable '.repeat(200).slice(0, 500) });
  });

  it('says that nothing was found', async () => {
    const { user } = await open(() => ({ hits: [], more: false }));
    await user.keyboard('zebra');
    expect(await screen.findByText(/^Nothing has “zebra” in it\./)).toBeInTheDocument();
  });
});
