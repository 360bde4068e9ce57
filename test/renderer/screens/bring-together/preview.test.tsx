import '../../support/nativeDialog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { returnReplica } from '../../../../shared/domain/returnWorkbook/returnReplica.ts';
import { aPreview, aSource, locked, refused } from './aPreview.ts';
import { openDesk } from './openDesk.tsx';
import { typePaths } from './typePaths.ts';

describe('the preview', () => {
  it('has a row for each file that could be read: from whom, from which copy, and what it would do', async () => {
    const { user } = await openDesk({
      preview: () =>
        aPreview({
          sources: [
            aSource(),
            aSource({ path: '/b', name: 'b.cjpacket', state: 'known', sentence: 'Nothing new in it.' }),
          ],
        }),
    });
    await typePaths(user, '/one');
    const row = await screen.findByRole('row', {
      name: /Inspector, Police Scotland.*copy 2c73.*one.cjpacket/,
    });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['3', '1', '0', '0', '0', '0', '0']);
    expect(screen.getByRole('row', { name: /Nothing new in it/ })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /All 2 files together/ })).toBeInTheDocument();
  });

  it('asks for a passphrase beside a locked file, says when it is wrong, and takes the right one', async () => {
    let isOpen = false;
    const { user, orders } = await openDesk({
      preview: () => aPreview({ sources: [aSource(), isOpen ? aSource({ path: locked.path }) : locked] }),
    });
    await typePaths(user, '/one');
    await user.type(await screen.findByLabelText('Passphrase of two.cjpacket'), 'wrong{Enter}');
    expect(await screen.findByText('This passphrase does not open it.')).toBeInTheDocument();
    await waitFor(() => expect(screen.getByLabelText('Passphrase of two.cjpacket')).toHaveFocus());
    expect(orders().at(-1)).toEqual({ again: 'check 1', passphrases: ['wrong'] });
    isOpen = true;
    await user.clear(screen.getByLabelText('Passphrase of two.cjpacket'));
    await user.type(screen.getByLabelText('Passphrase of two.cjpacket'), 'right one');
    expect(screen.queryByText('This passphrase does not open it.')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Open it' }));
    await waitFor(() => expect(screen.queryByLabelText('Passphrase of two.cjpacket')).toBeNull());
    expect(orders().at(-1)).toEqual({ again: 'check 2', passphrases: ['right one'] });
  });

  it('says that a packet came with a passphrase and an Excel workbook with a password', async () => {
    const source = aSource();
    if (source.from === null) throw new Error('The sample says where it is from');
    const from = { ...source.from, encrypted: true };
    const filledIn = { ...from, stamp: { ...from.stamp, replica: returnReplica('a'.repeat(32)) } };
    const { user } = await openDesk({
      preview: () =>
        aPreview({
          sources: [aSource({ from }), aSource({ path: '/b', name: 'filled in.xlsx', from: filledIn })],
        }),
    });
    await typePaths(user, '/one');
    expect(await screen.findByRole('row', { name: /with a passphrase.*one.cjpacket/ })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /with a password.*filled in.xlsx/ })).toBeInTheDocument();
    expect(screen.getAllByText(/with a passphrase/)).toHaveLength(1);
  });

  it('calls what opens an Excel workbook a password', async () => {
    const { user } = await openDesk({
      preview: () => aPreview({ sources: [{ ...locked, name: 'filled in.XLSX' }] }),
    });
    await typePaths(user, '/one');
    expect(await screen.findByLabelText('Password of filled in.XLSX')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Take these in' })).toBeNull();
  });

  it('says why a file is refused and leaves it out, or clears the desk when it was the only one', async () => {
    let sources = [aSource(), refused];
    const { user, orders, inputs } = await openDesk({ preview: () => aPreview({ sources }) });
    await typePaths(user, '/one');
    expect(await screen.findByText(/it does not hold together/)).toBeInTheDocument();
    sources = [refused];
    await user.click(screen.getByRole('button', { name: /Leave this file out/ }));
    expect(orders().at(-1)).toEqual({ again: 'check 1', leaveOut: ['/stick/holiday.xlsx'] });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Take these in' })).toBeNull());
    await user.click(screen.getByRole('button', { name: /Leave this file out/ }));
    expect(inputs('discard-consolidation-preview')).toHaveLength(1);
    expect(await screen.findByRole('button', { name: 'Check these files' })).toBeInTheDocument();
  });

  it('adds more files to those that lie there', async () => {
    const { user, orders } = await openDesk({ host: 'electron' });
    await user.click(await screen.findByRole('button', { name: 'Choose files…' }));
    await user.click(await screen.findByRole('button', { name: 'Add more files' }));
    await user.click(await screen.findByRole('button', { name: 'Choose files…' }));
    expect(orders()).toEqual([{}, { paths: [], again: 'check 1' }]);
  });

  it('says in one sentence that everything is known, with nothing to press but clearing the desk', async () => {
    const { user } = await openDesk({
      preview: () =>
        aPreview({ sources: [aSource({ state: 'known' })], sentence: 'All of it is here already.' }),
    });
    await typePaths(user, '/one');
    expect(await screen.findByText('All of it is here already.')).toBeInTheDocument();
    const section = screen.getByRole('region', { name: 'On the desk' });
    expect(
      within(section)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Clear the desk']);
  });

  it('lists what was not taken only once it is opened, and a page at a time', async () => {
    const lines = Array.from({ length: 10_000 }, (_, row) => ({
      what: `Grades, B${String(row + 1)}: “note”`,
      why: 'This row was added.',
    }));
    const source = aSource({ notTaken: lines.length, ignored: lines.slice(0, 100) });
    const { user, inputs } = await openDesk({
      preview: () => aPreview({ sources: [locked, source] }),
      script: {
        'list-not-taken': ({ offset, limit }) => ({
          total: lines.length,
          lines: lines.slice(offset, offset + limit),
        }),
      },
    });
    await typePaths(user, '/one');
    const summary = await screen.findByText('Inspector, Police Scotland: 10,000 lines');
    expect(screen.queryByText('This row was added.')).toBeNull();
    await user.click(summary);
    expect(await screen.findByText('Lines 1 to 100 of 10,000.')).toBeInTheDocument();
    expect(screen.getAllByText('This row was added.')).toHaveLength(100);
    await user.click(screen.getByRole('button', { name: 'Those after' }));
    expect(await screen.findByText('Grades, B101: “note”')).toBeInTheDocument();
    expect(screen.queryByText('Grades, B1: “note”')).toBeNull();
    expect(screen.getByRole('region', { name: 'Not taken from one.cjpacket' })).toHaveFocus();
    expect(inputs('list-not-taken')).toEqual([{ job: 'check 1', source: 1, offset: 100, limit: 100 }]);
    await user.click(screen.getByRole('button', { name: 'Those before' }));
    expect(screen.getByText('Grades, B1: “note”')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Those before' })).toBeDisabled();
  });

  it('writes what was not taken as a sheet, to a path that is typed where there is no dialog', async () => {
    const { user, inputs } = await openDesk({
      preview: () => aPreview({ sources: [aSource({ ignored: [{ what: 'B4', why: 'Added.' }] })] }),
      jobViews: { sheet: () => ({ kind: 'not-taken-sheet' }) },
      script: { 'start-not-taken-sheet': () => ({ job: 'sheet' }) },
    });
    await typePaths(user, '/one');
    await user.click(
      await screen.findByRole('button', { name: 'Save what was not taken as an Excel sheet' }),
    );
    await user.type(screen.getByLabelText('Folder and name of the copy'), '/out/not taken.xlsx');
    await user.click(screen.getByRole('button', { name: 'Save the copy' }));
    expect(await screen.findByText('The sheet is written and checked')).toBeInTheDocument();
    expect(inputs('start-not-taken-sheet')).toEqual([
      { from: { kind: 'preview', job: 'check 1' }, path: '/out/not taken.xlsx' },
    ]);
  });
});
