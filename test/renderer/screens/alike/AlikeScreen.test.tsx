import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AlikeScreen } from '../../../../renderer/screens/alike/AlikeScreen.tsx';
import { leftAsTwo } from '../../../../renderer/screens/alike/leftAsTwo.ts';
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
    attachments: 1,
    usedIn: 2,
    ...changes,
  };
}

const views: AlikePair = {
  one: item('e2'),
  other: item('e1', { title: 'Your view counts, 2017', usedIn: 0 }),
  why: 'The title is nearly the same.',
};
const minutes: AlikePair = {
  one: item('e3', { title: 'Minutes' }),
  other: item('e4', { title: 'Minutes' }),
  why: 'The same file is attached.',
};

let stopListening: () => void = () => undefined;
beforeEach(() => leftAsTwo.setState({ pairs: new Set() }));
afterEach(() => stopListening());

async function draw(pairs: readonly AlikePair[], further: Script = {}) {
  let open = pairs;
  const joined: InputOf<'join-evidence'>[] = [];
  const api = scriptedApi({
    'read-workbook': () => aWorkbookView(),
    'list-alike-evidence': () => ({ total: open.length, pairs: [...open] }),
    'join-evidence': (input) => {
      joined.push(input);
      open = open.filter(({ one }) => one.evidenceId !== input.evidence);
      return { savedAt: '2026-10-03T14:02:00.000Z', kept: [input.evidence, input.other].toSorted()[0] ?? '' };
    },
    undo: () => {
      open = pairs;
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
  return { joined, user: userEvent.setup(), ...drawn };
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

  it('are left as two for the session, and can be shown again', async () => {
    const { joined, user } = await draw([views, minutes]);
    await user.keyboard('jt');
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('The title is nearly the same.');
    expect(joined).toEqual([]);
    await user.keyboard('t');
    expect(screen.getByText('No other evidence looks alike.')).toBeInTheDocument();
    expect(screen.getByText(/^2 pairs left as two/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show them again' }));
    expect(screen.getByText('1 of 2')).toBeInTheDocument();
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
