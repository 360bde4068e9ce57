import '../../support/nativeDialog.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { LinkEvidenceDialog } from '../../../../renderer/components/evidence/LinkEvidenceDialog.tsx';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

const target = { kind: 'outcome', id: 'opi2016/structural-1' } as const;

function workbook(
  linked: Set<string>,
  refuses: ReadonlySet<string> = new Set(),
  ids: readonly string[] = ['a', 'b', 'c'],
) {
  const rowOf = (id: string) => ({
    id,
    title: `Item ${id}`,
    kind: null,
    date: null,
    period: null,
    source: null,
    partnerName: null,
    attachments: 0,
    usedIn: 0,
    conflict: false,
    standsFor: 0,
    changedAt: '2026-10-03T09:00:00.000Z',
  });
  return scriptedApi({
    'read-workbook': () => aWorkbookView(),
    'list-evidence': ({ filter, limit }) => {
      const found = ids.filter(
        (id) => (filter.linkedTo === undefined || linked.has(id)) && `Item ${id}`.includes(filter.text ?? ''),
      );
      return { total: found.length, all: ids.length, rows: found.slice(0, limit).map(rowOf) };
    },
    'link-evidence': ({ evidence, linked: isLinked }) => {
      if (refuses.has(evidence)) throw new WorkbookError('stale', 'It was deleted meanwhile.');
      if (isLinked) linked.add(evidence);
      else linked.delete(evidence);
      return { savedAt: '2026-10-03T14:02:00.000Z', usedIn: 1 };
    },
  });
}

it('shows what is linked, links with a tick and unlinks without one', async () => {
  const linked = new Set(['b']);
  await renderScreen(<LinkEvidenceDialog target={target} onClose={() => undefined} />, {
    api: workbook(linked),
  });
  const user = userEvent.setup();
  const box = (id: string) => screen.getByRole('checkbox', { name: new RegExp(`Item ${id}`) });
  expect(box('a')).not.toBeChecked();
  expect(box('b')).toBeChecked();
  await user.click(box('a'));
  await user.click(box('b'));
  await waitFor(() => expect([...linked]).toEqual(['a']));
  expect(box('a')).toBeChecked();
  expect(box('b')).not.toBeChecked();
});

it('takes a refused tick back and says why', async () => {
  await renderScreen(<LinkEvidenceDialog target={target} onClose={() => undefined} />, {
    api: workbook(new Set(), new Set(['c'])),
  });
  const box = screen.getByRole('checkbox', { name: /Item c/ });
  await userEvent.setup().click(box);
  expect(await screen.findByText('It was deleted meanwhile.')).toBeVisible();
  expect(box).not.toBeChecked();
});

it('ticks what is linked however much is linked, and counts all of it', async () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `no ${index}`);
  await renderScreen(<LinkEvidenceDialog target={target} onClose={() => undefined} />, {
    api: workbook(new Set(ids), new Set(), ids),
  });
  expect(screen.getByText(/10,000 pieces/)).toBeInTheDocument();
  await userEvent.setup().type(screen.getByLabelText('Find evidence by its words'), 'no 9999');
  expect(await screen.findByRole('checkbox', { name: /Item no 9999/ })).toBeChecked();
});
