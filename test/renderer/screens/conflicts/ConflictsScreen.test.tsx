import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { routes } from '../../../../renderer/state/routes.ts';
import { shippedCatalogue } from '../../../../shared/frameworks/catalogue.ts';
import { aLiveValue } from '../../support/aWorkbookView.ts';
import { aConflict } from '../../support/conflictKeeper.ts';
import { beginAtConflicts, card, draw, grade, text } from './drawConflicts.tsx';

beginAtConflicts();

const deletion = aConflict(
  { Inspector: true },
  {
    entity: 'evidence',
    entityId: 'e1',
    label: 'Evidence: Lapsed protocol',
    field: 'deleted',
    fieldLabel: 'Deleted',
    qualityIndicator: '',
    voice: null,
    voiceName: null,
    beside: [
      { field: 'source', fieldLabel: 'Source', live: [aLiveValue('Minutes of May', 'r9', 'Sergeant')] },
    ],
    seen: { deleted: ['r8'], source: ['r9'] },
  },
);

const value = (letter: string) => {
  const item = screen
    .getByRole('heading', { level: 3, name: new RegExp(`^Value ?${letter}$`) })
    .closest('li');
  if (item === null) throw new Error(`There is no value ${letter}`);
  return item;
};

describe('a conflict over a text', () => {
  it('shows every value with its author and what differs from the text that all started from', async () => {
    await draw([text]);
    expect(screen.getByText('All of them started from: Two of five lapsed.')).toBeInTheDocument();
    expect(within(value('A')).getByText('six')).toBeInTheDocument();
    expect(value('A').querySelector('del')).toHaveTextContent('five');
    expect(value('A')).toHaveTextContent(/Inspector, the partnership, .*copy 7f3a/);
    expect(value('B')).toHaveTextContent(/Sergeant/);
  });

  it('is combined by keyboard: both texts to edit from, a reason, and the next card with its heading focused', async () => {
    const { keeper, user } = await draw([text, grade]);
    await user.keyboard('c');
    const field = screen.getByLabelText('One text made of all of them');
    expect(field).toHaveFocus();
    expect(field).toHaveValue('Two of six lapsed.\n\n———\n\nTwo of five have lapsed.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByText(/The line ——— between the texts is still there/)).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, 'Two of six have lapsed.');
    await user.tab();
    await user.keyboard('Counted again{Control>}{Enter}{/Control}');
    await waitFor(() => expect(card()).toHaveTextContent('Grade of 6.2'));
    expect(card()).toHaveFocus();
    expect(keeper.settled).toEqual([
      {
        entity: 'answer',
        entityId: text.entityId,
        field: 'howAreWeDoing',
        value: 'Two of six have lapsed.',
        how: 'combine',
        reason: 'Counted again',
        seen: text.seen,
      },
    ]);
    expect(screen.getByText(/^Settled: Answer to 6.2, question 1.*How are we doing\?$/)).toBeInTheDocument();
    expect(screen.getByText('1 of 1')).toBeInTheDocument();
  });
});

describe('a conflict over a grade', () => {
  it('stands on the line of six with a letter, and is settled by its digit', async () => {
    const { keeper, user } = await draw([grade]);
    const line = screen.getByRole('list', { name: 'The grades on the line of six' });
    const points = within(line).getAllByRole('listitem');
    expect(points.map((point) => point.textContent)).toEqual([
      '1Unsatisfactory',
      '2Weak',
      '3AdequateA',
      '4Good',
      '5Very goodB',
      '6Excellent',
    ]);
    await user.keyboard('2');
    expect(screen.getByRole('heading', { level: 3, name: 'Take B' })).toHaveFocus();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(keeper.settled).toMatchObject([{ value: 5, how: 'take' }]));
    expect(await screen.findByText(/^Nothing is left to settle/)).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('shows beside each grade why its own author gave it', async () => {
    const rationale = (words: string, author: string) => aLiveValue(words, `rationale of ${author}`, author);
    await draw([
      {
        ...grade,
        beside: [
          {
            field: 'rationale',
            fieldLabel: 'Why this grade',
            live: [rationale('Joint tasking.', 'Sergeant'), rationale('Two of five lapsed.', 'Inspector')],
          },
        ],
      },
    ]);
    expect(value('A')).toHaveTextContent(/3 Adequate ?Why this grade ?Two of five lapsed\./);
    expect(value('B')).toHaveTextContent(/Why this grade ?Joint tasking\./);
    expect(value('B')).not.toHaveTextContent('Two of five');
  });

  it('gives the digits to the line of six while one’s own grade is given', async () => {
    const { keeper, user } = await draw([grade]);
    await user.keyboard('o4');
    expect(screen.getByRole('radio', { name: /4.*Good/ })).toBeChecked();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(keeper.settled).toMatchObject([{ value: 4, how: 'own' }]));
  });
});

describe('a conflict over a text of the frameworks', () => {
  it('shows the text that was settled on everywhere at once', async () => {
    const correction = aConflict(
      { Inspector: 'Joint planning', Sergeant: 'Planning together' },
      { entity: 'framework-row', entityId: 'ci2016/6.2', field: 'title', fieldLabel: 'Title' },
    );
    const { api, user } = await draw([correction], { 'read-catalogue': () => shippedCatalogue });
    await user.keyboard('1{Control>}{Enter}{/Control}');
    await waitFor(() => expect(api.calls.map(({ name }) => name)).toContain('read-catalogue'));
  });
});

describe('what one deleted and another changed', () => {
  it('shows what was written beside the deletion, and is kept or deleted', async () => {
    const { keeper, user } = await draw([deletion]);
    const beside = screen.getByRole('region', { name: /had not seen the deletion/ });
    expect(beside).toHaveTextContent('Minutes of May');
    expect(beside).toHaveTextContent('Sergeant');
    await user.keyboard('c');
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    await user.keyboard('2{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(keeper.settled).toMatchObject([{ field: 'deleted', value: false, seen: deletion.seen }]),
    );
  });
});

describe('the list', () => {
  it('goes on and back by keyboard, and takes a hundred at a time', async () => {
    const many = Array.from({ length: 250 }, (_, at) => aConflict({ A: 1, B: 2 }, { entityId: `q${at}@v` }));
    const { api, user } = await draw(many);
    await screen.findByText('1 of 250');
    expect(api.calls.filter(({ name }) => name === 'list-conflicts')).toHaveLength(3);
    await user.keyboard('jjk');
    expect(screen.getByText('2 of 250')).toBeInTheDocument();
    expect(card()).toHaveFocus();
  });

  it('is by quality indicator and partner with counts, and only the group one works in is open', async () => {
    await draw([text, grade, deletion]);
    const list = screen.getByRole('navigation', { name: /^To settle, by/ });
    expect(
      within(list).getByText('6.2 Planning and delivering services in a collaborative way'),
    ).toBeVisible();
    expect(within(list).getByRole('link', { name: 'Question 1: How are we doing?' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    expect(within(list).queryByText(/Lapsed protocol/)).not.toBeInTheDocument();
  });

  it('begins with the field that the address names', async () => {
    window.location.hash = routes.conflictAt(grade);
    await draw([text, grade]);
    expect(card()).toHaveTextContent('Grade of 6.2');
  });

  it('says so when that field is settled, and goes on with what is left', async () => {
    window.location.hash = routes.conflictAt(deletion);
    await draw([text]);
    expect(screen.getByText(/^The field that you came for is settled/)).toBeInTheDocument();
    expect(card()).toHaveTextContent('Answer to 6.2');
  });

  it('comes back to what was settled last when that is undone', async () => {
    const { user } = await draw([text, grade]);
    await user.keyboard('1{Control>}{Enter}{/Control}');
    await user.click(await screen.findByRole('button', { name: /^Undo ?settling Answer to 6.2/ }));
    await waitFor(() => expect(card()).toHaveTextContent('Answer to 6.2'));
    expect(screen.getByText(/^To settle again: Answer to 6.2/)).toBeInTheDocument();
    expect(card()).toHaveFocus();
  });

  it('comes back to what is undone before the list was read without it', async () => {
    const { api, state, user } = await draw([text, grade]);
    const read = api.operations['list-conflicts'];
    const held: (() => void)[] = [];
    vi.spyOn(api.operations, 'list-conflicts').mockImplementation(async (input) => {
      await new Promise<void>((resolve) => held.push(resolve));
      return read(input);
    });
    await user.keyboard('1{Control>}{Enter}{/Control}');
    await waitFor(() => expect(card()).toHaveTextContent('Grade of 6.2'));
    await waitFor(() => expect(held).toHaveLength(1));
    await act(() => state.session.undo());
    await waitFor(() => expect(held).toHaveLength(2));
    await act(async () => held.forEach((answer) => answer()));
    await waitFor(() => expect(card()).toHaveTextContent('Answer to 6.2'));
    expect(screen.getByText(/^To settle again: Answer to 6.2/)).toBeInTheDocument();
  });

  it('shows what a newer version wrote and does not offer to settle it', async () => {
    const { keeper, user } = await draw([{ ...text, canSettle: false }]);
    expect(screen.getByText('This was written with a newer version of the program')).toBeInTheDocument();
    await user.keyboard('1{Control>}{Enter}{/Control}');
    expect(screen.queryByRole('button', { name: /^Take/ })).not.toBeInTheDocument();
    expect(keeper.settled).toEqual([]);
  });
});
