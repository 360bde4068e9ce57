import '../../support/nativeDialog.ts';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { EvidenceScreen } from '../../../../renderer/screens/evidence/EvidenceScreen.tsx';
import type { InputOf } from '../../../../shared/api/contract.ts';
import type { EvidencePage } from '../../../../shared/api/views/evidenceView.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

const ALL = 10_000;

/** Ten thousand pieces of evidence, of which a filter with words lets through every hundredth. */
function page(input: InputOf<'list-evidence'>): EvidencePage {
  const step = input.filter.text === undefined ? 1 : 100;
  const total = input.filter.text === 'nothing like it' ? 0 : ALL / step;
  const count = Math.min(input.limit, Math.max(0, total - input.offset));
  return {
    total,
    all: ALL,
    rows: Array.from({ length: count }, (_, index) => ({
      id: `e${(input.offset + index) * step}`,
      title: `Evidence ${(input.offset + index) * step}`,
      kind: 'document',
      date: '2017-03',
      period: null,
      source: null,
      partnerName: 'Police Scotland',
      attachments: 2,
      usedIn: 3,
      conflict: index === 1,
      standsFor: index === 2 ? 2 : 0,
      changedAt: '2026-10-03T09:00:00.000Z',
    })),
  };
}

const listing = { 'list-evidence': page } as const;
const cell = (title: string) => screen.getByText(title).closest<HTMLElement>('[role=gridcell]');

describe('the evidence register', () => {
  it('draws only the rows in view and tells a screen reader how many there are', async () => {
    await renderScreen(<EvidenceScreen />, { api: scriptedApi(listing) });
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '10001');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByText('10,000 pieces of evidence.')).toBeInTheDocument();
    expect(screen.getByText('Not settled')).toBeInTheDocument();
    expect(screen.getByText('stands for 2 more')).toBeInTheDocument();
  });

  it('moves with the arrow keys and opens with Enter', async () => {
    await renderScreen(<EvidenceScreen />, { api: scriptedApi(listing) });
    const user = userEvent.setup();
    act(() => cell('Evidence 0')?.focus());
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
    expect(document.activeElement).toHaveTextContent('Document');
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toHaveTextContent('Evidence 2');
    await user.keyboard('{Enter}');
    expect(window.location.hash).toBe('#/evidence/e2');
  });

  it('keeps the keyboard when the row with the focus is scrolled away', async () => {
    await renderScreen(<EvidenceScreen />, { api: scriptedApi(listing) });
    act(() => cell('Evidence 0')?.focus());
    const rows = document.querySelector<HTMLElement>('.register-rows');
    if (rows === null) throw new Error('The register has no rows');
    rows.scrollTop = 38 * 5_000;
    fireEvent.scroll(rows);
    await waitFor(() => expect(screen.queryByText('Evidence 0')).not.toBeInTheDocument());
    expect(screen.getByRole('grid')).toHaveFocus();
  });

  it('says how many are shown and why, and follows words without waiting for them', async () => {
    const api = scriptedApi(listing);
    const { view } = await renderScreen(<EvidenceScreen />, { api });
    await userEvent.setup().type(screen.getByLabelText('Words'), 'joint');
    await waitFor(() => expect(window.location.hash).toBe('#/evidence/where/words=joint'));
    view.unmount();
    await renderScreen(<EvidenceScreen filter="words=joint" />, { api });
    expect(
      await screen.findByText(
        '10,000 pieces of evidence. 100 shown, because only those are asked for that hold “joint”.',
      ),
    ).toBeInTheDocument();
  });

  it('says why it is empty and offers the way back', async () => {
    await renderScreen(<EvidenceScreen filter="words=nothing+like+it" />, { api: scriptedApi(listing) });
    expect(
      screen.getByText(/there are no pieces of evidence that hold “nothing like it”/),
    ).toBeInTheDocument();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Show all evidence' }));
    expect(window.location.hash).toBe('#/evidence');
  });

  it('sorts by a heading and turns the order round at the second press', async () => {
    const api = scriptedApi(listing);
    await renderScreen(<EvidenceScreen />, { api });
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Title' }));
    await user.click(screen.getByRole('button', { name: 'Title' }));
    expect(screen.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'descending');
    expect(api.calls.at(-1)?.input).toMatchObject({ sort: 'title', descending: true });
  });

  it('says in a sentence that it could not be read, and reads again when asked', async () => {
    let isBroken = true;
    const api = scriptedApi({
      'list-evidence': (input) => {
        if (isBroken) throw new WorkbookError('damaged', 'The list does not agree with its fingerprints.');
        return page(input);
      },
    });
    await renderScreen(<EvidenceScreen />, { api });
    expect(screen.getByRole('alert')).toHaveTextContent('The list does not agree with its fingerprints.');
    isBroken = false;
    await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Evidence 0')).toBeInTheDocument();
  });
});
