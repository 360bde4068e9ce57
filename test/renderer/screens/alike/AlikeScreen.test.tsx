import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { AlikeScreen } from '../../../../renderer/screens/alike/AlikeScreen.tsx';
import type { InputOf } from '../../../../shared/api/contract.ts';
import type { AlikePair } from '../../../../shared/api/views/consolidationView.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi, type Script } from '../../support/scriptedApi.ts';

function item(evidenceId: string, changes: Partial<AlikePair['one']> = {}): AlikePair['one'] {
  return {
    evidenceId,
    title: 'Your View Counts',
    kind: 'Views of people',
    date: '2017',
    source: 'Community council',
    partnerName: 'Police Scotland',
    shows: 'People feel heard',
    attachments: 1,
    usedIn: 2,
    ...changes,
  };
}

const views: AlikePair = {
  one: item('e2'),
  other: item('e1', { title: 'Your view counts, 2017', shows: 'People wait too long', usedIn: 0 }),
  why: 'The title is nearly the same.',
};
const minutes: AlikePair = {
  one: item('e3', { title: 'Minutes' }),
  other: item('e4', { title: 'Minutes' }),
  why: 'The same file is attached.',
};

let stopListening: () => void = () => undefined;
afterEach(() => stopListening());

async function draw(pairs: readonly AlikePair[], further: Script = {}) {
  let open = pairs;
  let left: readonly AlikePair[] = [];
  const wasLeft: InputOf<'leave-evidence-as-two'>[] = [];
  const joined: InputOf<'join-evidence'>[] = [];
  const api = scriptedApi({
    'read-workbook': () => aWorkbookView(),
    'list-alike-evidence': (input) => {
      const [listed, others] = input.left === true ? [left, open] : [open, left];
      return { total: listed.length, others: others.length, pairs: [...listed] };
    },
    'leave-evidence-as-two': (input) => {
      wasLeft.push(input);
      const isIt = ({ one }: AlikePair): boolean => one.evidenceId === input.evidence;
      const of = pairs.filter(isIt);
      open = input.left ? open.filter((pair) => !isIt(pair)) : [...open, ...of];
      left = input.left ? [...left, ...of] : left.filter((pair) => !isIt(pair));
      return { savedAt: '2026-10-03T14:02:00.000Z' };
    },
    'join-evidence': (input) => {
      joined.push(input);
      open = open.filter(({ one }) => one.evidenceId !== input.evidence);
      return { savedAt: '2026-10-03T14:02:00.000Z', kept: [input.evidence, input.other].toSorted()[0] ?? '' };
    },
    undo: () => {
      open = pairs;
      left = [];
      return { undone: 'Joining evidence' };
    },
    ...further,
  });
  const drawn = await renderScreen(
    <main>
      <AlikeScreen />
    </main>,
    { api },
  );
  const listener = (event: KeyboardEvent): void => {
    if (drawn.state.shortcuts.handle(event)) event.preventDefault();
  };
  document.addEventListener('keydown', listener);
  stopListening = () => document.removeEventListener('keydown', listener);
  return { joined, wasLeft, user: userEvent.setup(), ...drawn };
}

const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name} `) });

describe('two pieces that look alike', () => {
  it('stand side by side, with what is the same once and what differs twice', async () => {
    await draw([views]);
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('The title is nearly the same.');
    expect(
      within(row('Title'))
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['Your View Counts', 'Your view counts, 2017']);
    expect(
      within(row('What it shows'))
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['People feel heard', 'People wait too long']);
    expect(within(row('Partner')).getByRole('cell')).toHaveTextContent('Police Scotland the same');
    expect(within(row('Used in')).getAllByRole('cell')).toHaveLength(2);
    expect(screen.getByRole('link', { name: /Open ?the second/ })).toHaveAttribute('href', '#/evidence/e1');
  });

  it('say before they are joined which one will stand for both', async () => {
    await draw([views]);
    expect(screen.getByText(/stands for both and supports everything/)).toHaveTextContent(
      'Joined, “Your view counts, 2017” (the second) stands for both',
    );
  });

  it('are joined by keyboard, which says so and goes on to the next', async () => {
    const { joined, user } = await draw([views, minutes]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Joined. “Your view counts, 2017” stands for both.')).toBeInTheDocument();
    expect(joined).toEqual([{ evidence: 'e2', other: 'e1', joined: true }]);
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('The same file is attached.'),
    );
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
    expect(screen.getByText('1 of 1')).toBeInTheDocument();
  });

  it('are two again when that is undone', async () => {
    const { user } = await draw([views]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/^No evidence looks alike/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(await screen.findByText('They are two again.')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
  });

  it('come back with each step of undoing, whichever pair was shown meanwhile', async () => {
    let back: readonly AlikePair[] = [];
    const rest: AlikePair[] = [views, minutes];
    const { state, user } = await draw([], {
      'list-alike-evidence': () => ({ total: rest.length, others: 0, pairs: [...rest] }),
      'join-evidence': () => {
        back = rest.splice(0, 1);
        return { savedAt: '2026-10-03T14:02:00.000Z', kept: 'e1' };
      },
      'leave-evidence-as-two': () => {
        rest.splice(0, 1);
        return { savedAt: '2026-10-03T14:02:00.000Z' };
      },
      undo: () => {
        rest.unshift(...(rest.length === 0 ? [minutes] : back));
        return { undone: 'Joining evidence' };
      },
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('The same file is attached.')).toHaveFocus();
    await user.keyboard('t');
    expect(await screen.findByText('Left as two.')).toBeInTheDocument();
    await act(async () => void (await state.session.undo()));
    expect(await screen.findByText('You are asked about them again.')).toBeInTheDocument();
    await act(async () => void (await state.session.undo()));
    expect(await screen.findByText('They are two again.')).toBeInTheDocument();
    expect(screen.getByText('The title is nearly the same.')).toHaveFocus();
  });

  it('are left as two by keyboard, which is kept in the workbook, and can be looked at again', async () => {
    const { joined, wasLeft, user } = await draw([views, minutes]);
    await user.keyboard('t');
    expect(await screen.findByText('Left as two.')).toBeInTheDocument();
    expect(joined).toEqual([]);
    expect(wasLeft).toEqual([{ evidence: 'e2', other: 'e1', left: true }]);
    expect(await screen.findByText(/^1 pair was left as two/)).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('The same file is attached.');
    await user.click(screen.getByRole('button', { name: 'Look at those again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Left as two' })).toHaveFocus();
    await user.click(await screen.findByRole('button', { name: 'Ask about them again' }));
    expect(wasLeft.at(-1)).toEqual({ evidence: 'e2', other: 'e1', left: false });
    expect(await screen.findByText('No pair is left as two.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Go back to those' }));
    expect(await screen.findByText('1 of 2')).toBeInTheDocument();
  });

  it('are asked about again when leaving them as two is undone', async () => {
    const { user } = await draw([views]);
    await user.keyboard('t');
    await user.click(await screen.findByRole('button', { name: /^Undo/ }));
    expect(await screen.findByText('You are asked about them again.')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
  });

  it('stay where they are with the reason when that could not be written', async () => {
    const { user } = await draw([views], {
      'leave-evidence-as-two': () => {
        throw new WorkbookError('disk-full', 'The disk is full.');
      },
    });
    await user.click(screen.getByRole('button', { name: /^Leave as two/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('They were not left as two');
    expect(row('Title')).toBeInTheDocument();
  });

  it('stay where they are with the reason when they could not be joined', async () => {
    const { user } = await draw([views], {
      'join-evidence': () => {
        throw new WorkbookError('disk-full', 'The disk is full.');
      },
    });
    await user.click(screen.getByRole('button', { name: 'Join: they are one' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.');
    expect(row('Title')).toBeInTheDocument();
  });
});
