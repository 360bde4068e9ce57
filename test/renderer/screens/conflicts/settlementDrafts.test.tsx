import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { noDraft } from '../../../../renderer/state/settlementDrafts.ts';
import { UNREAD_DATE } from '../../../../renderer/state/useUnreadDate.ts';
import type { SettlementDraft } from '../../../../shared/api/views/settlementDraftView.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { aLiveValue } from '../../support/aWorkbookView.ts';
import { beginAtConflicts, card, draw, grade, text } from './drawConflicts.tsx';
import { writeAtOnce } from '../../support/writeAtOnce.ts';

beginAtConflicts();

describe('what is being written to settle a conflict with', () => {
  it('keeps what is being written on another card, and has it on the disk when one leaves the screen', async () => {
    const { keeper, user, view } = await draw([text, grade]);
    await user.keyboard('o');
    await user.type(screen.getByLabelText('What is to stand'), 'Half a thought');
    await user.keyboard('{Escape}j');
    expect(card()).toHaveTextContent('Grade of 6.2');
    expect(screen.getByText('begun')).toBeInTheDocument();
    await user.keyboard('o6');
    // At once, and not after the pause.
    await act(async () => view.unmount());
    expect([...keeper.drafts.values()].map(({ draft }) => draft.own)).toEqual(['Half a thought', '6']);
  });

  it('saves what is being written in a pause and on leaving the field, with the time of the save', async () => {
    const { api, keeper, state, user } = await draw([text, grade]);
    await user.keyboard('o');
    await user.type(screen.getByLabelText('What is to stand'), 'Half');
    await waitFor(() => expect([...keeper.drafts.values()]).toMatchObject([{ draft: { own: 'Half' } }]));
    expect(state.session.store.getState().workbook?.lastSavedAt).toBe('2026-10-03T14:02:00.000Z');
    const saves = () => api.calls.filter(({ name }) => name === 'keep-settlement-draft').length;
    const before = saves();
    await writeAtOnce(screen.getByLabelText('What is to stand'), 'Half a thought');
    await user.tab();
    expect(saves()).toBe(before + 1);
    expect([...keeper.drafts.values()]).toMatchObject([{ draft: { way: 'own', own: 'Half a thought' } }]);
    expect(await api.close()).toBe(true);
  });

  it('says when a reason was cut off, as by pasting too much', async () => {
    const { user } = await draw([text]);
    await user.keyboard('1');
    await user.click(screen.getByLabelText('Reason'));
    await user.paste('x'.repeat(1_999));
    expect(screen.getByLabelText('Reason')).toBeValid();
    await user.paste('yz');
    expect(screen.getByLabelText('Reason')).toHaveAccessibleDescription(/What is beyond them was left out/);
  });

  it('keeps a text that can be read to its end once its field is settled elsewhere', async () => {
    const { entity, entityId } = text;
    const draft: SettlementDraft = { ...noDraft, way: 'own', own: 'A long thought', label: 'Question 1' };
    await draw([text], {
      'list-settlement-drafts': () => ({
        drafts: [{ entity, entityId, field: 'whatNext', draft, at: '2026-10-02T10:00:00.000Z' }],
      }),
    });
    // It scrolls, so that a keyboard has to get there.
    expect(await screen.findByRole('group', { name: 'Your text' })).toHaveAttribute('tabindex', '0');
    expect(screen.getByRole('group', { name: 'Your text' })).toHaveTextContent('A long thought');
  });

  it('shows a date that could not be read as what it is', async () => {
    const draft: SettlementDraft = { ...noDraft, own: 'sprng 2017', label: 'Evidence “Survey”: Date' };
    await draw([text], {
      'list-settlement-drafts': () => ({
        drafts: [
          { entity: 'evidence', entityId: 'e1', field: UNREAD_DATE, draft, at: '2026-10-02T10:00:00.000Z' },
        ],
      }),
    });
    expect(await screen.findByText('A date that could not be read, as it was typed')).toBeInTheDocument();
    expect(screen.getByText('Evidence “Survey”: Date')).toBeInTheDocument();
    expect(screen.queryByText(/^Settled meanwhile/)).not.toBeInTheDocument();
  });

  it('has what was being written in an earlier sitting', async () => {
    const { entity, entityId, field } = text;
    const draft: SettlementDraft = {
      ...noDraft,
      way: 'combine',
      combined: 'Two of six',
      combinedFrom: 'x',
      reason: 'Because',
    };
    const { user } = await draw([text], {
      'list-settlement-drafts': () => ({
        drafts: [{ entity, entityId, field, draft, at: '2026-10-02T10:00:00.000Z' }],
      }),
    });
    expect(screen.getByLabelText('One text made of all of them')).toHaveValue('Two of six');
    expect(screen.getByLabelText(/^Reason/)).toHaveValue('Because');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/^Nothing is left to settle/)).toBeInTheDocument();
  });

  it('keeps a text that could not be saved on the screen, says so, and saves it when asked again', async () => {
    let isFull = true;
    const { api, user } = await draw([text], {
      'keep-settlement-draft': () => {
        if (isFull) throw new WorkbookError('disk-full', 'The disk is full.');
        return { savedAt: '2026-10-03T14:05:00.000Z' };
      },
    });
    await user.keyboard('o');
    await user.type(screen.getByLabelText('What is to stand'), 'Half a thought{Tab}');
    expect(await screen.findByText('Your last changes are not saved.')).toBeInTheDocument();
    expect(screen.getByText('Not saved', { selector: 'span:not([role])' })).toBeInTheDocument();
    expect(screen.getByLabelText('What is to stand')).toHaveValue('Half a thought');
    expect(await api.close()).toBe(false);
    isFull = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(/^Saved/, { selector: 'span:not([role])' });
    expect(screen.queryByText('Your last changes are not saved.')).not.toBeInTheDocument();
    expect(await api.close()).toBe(true);
  });

  it('lets nobody write over what was begun earlier when that could not be read, and reads it when asked again', async () => {
    let isBroken = true;
    const { user } = await draw([text], {
      'list-settlement-drafts': () => {
        if (isBroken) throw new WorkbookError('disk-full', 'It could not be read.');
        return { drafts: [] };
      },
    });
    expect(screen.getByText('What you had begun to write could not be read')).toBeInTheDocument();
    expect(screen.queryByRole('heading', { level: 2 })).not.toBeInTheDocument();
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 2 })).toHaveTextContent('Answer to 6.2');
  });

  it('has the draft there on coming back to the card', async () => {
    const { user } = await draw([text, grade]);
    await user.keyboard('o');
    await user.type(screen.getByLabelText('What is to stand'), 'Half a thought');
    await user.keyboard('{Escape}jk');
    expect(card()).toHaveTextContent('Answer to 6.2');
    await user.keyboard('o');
    expect(screen.getByLabelText('What is to stand')).toHaveValue('Half a thought');
  });

  it('lets the program close once the draft has become the value', async () => {
    const { api, user } = await draw([text, grade]);
    await user.keyboard('o');
    await user.type(screen.getByLabelText('What is to stand'), 'Ours');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(card()).toHaveTextContent('Grade of 6.2'));
    expect(await api.close()).toBe(true);
  });

  it('says that the values have changed since the writing began', async () => {
    const { keeper, state, user } = await draw([text]);
    await user.keyboard('c');
    keeper.replace(text, {
      ...text,
      values: [...text.values, aLiveValue('Three.', 'r77', 'Constable')],
    });
    act(() => state.session.changed());
    expect(await screen.findByText('The values above have changed since you began')).toBeInTheDocument();
    expect(screen.getByLabelText('One text made of all of them')).toHaveValue(
      'Two of six lapsed.\n\n———\n\nTwo of five have lapsed.',
    );
  });

  it('that was settled meanwhile says so, and does not lose the text written for it', async () => {
    const { keeper, user } = await draw([text, grade]);
    await user.keyboard('o');
    await user.type(screen.getByLabelText('What is to stand'), 'Our own words');
    keeper.settleElsewhere(text);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('This has been settled already.')).toBeInTheDocument();
    expect(card()).toHaveTextContent('Grade of 6.2');
    expect(await screen.findByText('Our own words')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Let go of my text' }));
    expect(screen.queryByText('Our own words')).not.toBeInTheDocument();
  });
});
