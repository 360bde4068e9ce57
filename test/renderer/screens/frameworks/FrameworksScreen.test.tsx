import '../../support/nativeDialog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { frameworksFilter } from '../../../../renderer/screens/frameworks/frameworksFilter.ts';
import { FrameworksScreen } from '../../../../renderer/screens/frameworks/FrameworksScreen.tsx';
import type { Catalogue } from '../../../../shared/domain/frameworkSchema.ts';
import { shippedCatalogue } from '../../../../shared/frameworks/catalogue.ts';
import { anEntityView, aWorkbookView } from '../../support/aWorkbookView.ts';
import { pendingAnswers } from '../../support/pendingAnswers.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

async function open(
  after: Catalogue = shippedCatalogue,
  rowId: string | null = null,
  untilWritten: () => Promise<void> = async () => undefined,
) {
  const saved = (entity: string, entityId: string) => ({
    savedAt: '2026-10-03T14:02:00.000Z',
    entity: anEntityView(entity, entityId),
  });
  const api = scriptedApi({
    'read-workbook': () => aWorkbookView(),
    'read-catalogue': () => after,
    'correct-framework-row': ({ row }) => saved('framework-row', row),
    edit: async ({ entity, entityId = 'new' }) => {
      await untilWritten();
      return saved(entity, entityId);
    },
  });
  const { view } = await renderScreen(
    <main>
      <FrameworksScreen rowId={rowId} />
    </main>,
    { api },
  );
  const sent = (name: string) => api.calls.filter((call) => call.name === name).map(({ input }) => input);
  return { sent, view, user: userEvent.setup() };
}

const correct = (words: string) =>
  screen.getByRole('button', { name: new RegExp(`^Correct this text ?: ${words}`) });

describe('the texts of the frameworks', () => {
  it('are all there with how sure each is, and can all be corrected', async () => {
    await open();
    for (const words of ['D Management', 'Area 6', 'National indicator 2', 'Priority action 8', '3 Adequate'])
      expect(correct(words)).toBeInTheDocument();
    const item = correct('D Management').closest('li');
    expect(item).toHaveTextContent('How good is our management?');
    expect(item).toHaveTextContent('Check against your copy of the guide');
  });

  it('are counted and narrowed to those that want checking, by words and by number', async () => {
    const { user } = await open();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'To check against your copy');
    expect(screen.queryByRole('button', { name: /: 6\.2 Planning/ })).not.toBeInTheDocument();
    await user.type(screen.getByRole('searchbox'), '8.2');
    expect(screen.getByText('1 text shown.')).toBeInTheDocument();
    await user.type(screen.getByRole('searchbox'), ' nowhere');
    await user.click(screen.getByRole('button', { name: 'Show every text' }));
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    expect(correct('D Management')).toBeInTheDocument();
  });

  it('keep the focus when the one that was checked goes from the list', async () => {
    const checked: Catalogue = {
      ...shippedCatalogue,
      keyQuestions: shippedCatalogue.keyQuestions.map((row) => ({ ...row, checked: true })),
    };
    const { user, sent } = await open(checked);
    frameworksFilter.setState({ state: 'to-check', words: '' });
    await user.click(await waitFor(() => correct('D Management')));
    await user.click(screen.getByRole('checkbox', { name: /agrees with our own copy/ }));
    await user.click(screen.getByRole('button', { name: 'Save the correction' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent('correct-framework-row')).toEqual([{ row: 'ci2016/domain-D', set: { checked: true } }]);
    expect(screen.queryByRole('button', { name: /: D Management/ })).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('open one of them where an address names it', async () => {
    await open(shippedCatalogue, 'cjpf2023/aim-1');
    expect(screen.getByRole('dialog', { name: /^Aim 1: Optimise/ })).toBeInTheDocument();
  });
});

describe('partners of one’s own', () => {
  it('are added with a name and a kind, and named wherever partners are', async () => {
    const [partner] = shippedCatalogue.partners;
    if (partner === undefined) throw new Error('No partner ships');
    const own = { ...partner, id: 'own', editionId: 'workbook', title: 'Low Moss Link', aliases: [] };
    const { user, sent } = await open({ ...shippedCatalogue, partners: [own] });
    await user.click(screen.getByRole('button', { name: 'Add a partner…' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Add a partner' }));
    await user.click(dialog.getByRole('button', { name: 'Add the partner' }));
    expect(dialog.getByLabelText('Name of the body')).toHaveFocus();
    expect(sent('edit')).toEqual([]);
    await user.type(dialog.getByLabelText('Name of the body'), ' Low Moss Link ');
    await user.selectOptions(dialog.getByLabelText('Kind of body'), 'Third sector body');
    await user.click(dialog.getByRole('button', { name: 'Add the partner' }));
    expect(sent('edit')).toEqual([
      { entity: 'partner', set: { name: 'Low Moss Link', bodyKind: 'third-sector' } },
    ]);
    expect(await screen.findByRole('button', { name: /^Change… ?Low Moss Link/ })).toBeInTheDocument();
  });

  it('and the statutory ones get the name that they have here', async () => {
    const { user, sent } = await open();
    await user.click(correct('Local authority'));
    const dialog = within(screen.getByRole('dialog', { name: 'Change Local authority' }));
    expect(dialog.queryByLabelText('Kind of body')).not.toBeInTheDocument();
    await user.clear(dialog.getByLabelText('Name of the body'));
    await user.type(dialog.getByLabelText('Name of the body'), 'Moray Council');
    await user.click(dialog.getByRole('button', { name: 'Save the change' }));
    expect(sent('edit')).toEqual([
      { entity: 'partner', entityId: 'partner/local-authority', set: { name: 'Moray Council' } },
    ]);
  });

  it('are asked about before a name is thrown away, and saved when another screen comes up', async () => {
    const { user, sent, view } = await open();
    const add = () => user.click(screen.getByRole('button', { name: 'Add a partner…' }));
    await add();
    await user.type(screen.getByLabelText('Name of the body'), 'Low Moss');
    await user.click(screen.getByRole('button', { name: 'Add none' }));
    expect(screen.getByRole('button', { name: 'Go on writing' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Discard it' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(sent('edit')).toEqual([]);
    await add();
    await user.type(screen.getByLabelText('Name of the body'), 'Low Moss');
    view.unmount();
    expect(sent('edit')).toEqual([
      { entity: 'partner', set: { name: 'Low Moss', bodyKind: 'third-sector' } },
    ]);
  });

  it('are added once, also when another screen comes up while they are being saved', async () => {
    const writing = pendingAnswers();
    const { user, sent, view } = await open(shippedCatalogue, null, writing.hold);
    await user.click(screen.getByRole('button', { name: 'Add a partner…' }));
    await user.type(screen.getByLabelText('Name of the body'), 'Low Moss');
    await user.click(screen.getByRole('button', { name: 'Add the partner' }));
    view.unmount();
    writing.release();
    expect(sent('edit')).toHaveLength(1);
  });
});
