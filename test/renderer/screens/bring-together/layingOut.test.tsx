import '../../support/nativeDialog.ts';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { BringTogetherScreen } from '../../../../renderer/screens/bring-together/BringTogetherScreen.tsx';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { aPreview, locked } from './aPreview.ts';
import { openDesk } from './openDesk.tsx';
import { typePaths } from './typePaths.ts';

describe('laying files out', () => {
  it('takes typed paths, one in each line, without the quotation marks that Windows adds', async () => {
    const { user, orders } = await openDesk({});
    await typePaths(user, '"C:\\stick\\one.cjpacket"\n\n  /stick/two.xlsx ');
    expect(orders()).toEqual([{ paths: ['C:\\stick\\one.cjpacket', '/stick/two.xlsx'] }]);
    expect(await screen.findByText('4 changes are new.')).toBeInTheDocument();
  });

  it('has the program keep paths while they are typed, and a page that is loaded anew shows them', async () => {
    const kept: string[] = [];
    const { user } = await openDesk({
      onDesk: { typedPaths: '/stick/one.cjpacket\n' },
      script: { 'keep-typed-paths': ({ text }) => (kept.push(text), {}) },
    });
    const field = await screen.findByLabelText('Or type where the files are');
    await waitFor(() => expect(field).toHaveValue('/stick/one.cjpacket\n'));
    await user.type(field, '/s');
    expect(field).toHaveValue('/stick/one.cjpacket\n/s');
    await waitFor(() => expect(kept.at(-1)).toBe('/stick/one.cjpacket\n/s'));
  });

  it('asks for a path where none was typed, and starts nothing', async () => {
    const { user, orders } = await openDesk({});
    await user.click(await screen.findByRole('button', { name: 'Check these files' }));
    expect(screen.getByLabelText('Or type where the files are')).toBeInvalid();
    expect(orders()).toEqual([]);
  });

  it('asks with the host’s own dialog where there is one, and leaves the desk empty when nothing was chosen', async () => {
    const { user, orders } = await openDesk({
      host: 'electron',
      script: { 'start-consolidation-preview': () => ({ job: null }) },
    });
    await user.click(await screen.findByRole('button', { name: 'Choose files…' }));
    expect(orders()).toEqual([{}]);
    expect(screen.getByRole('button', { name: 'Choose files…' })).toBeInTheDocument();
  });

  it('brings dropped files over piece by piece, says which did not come through, and checks the others', async () => {
    const { user, orders } = await openDesk({
      script: {
        'stage-contribution': ({ bytes }) => {
          if (bytes === 5) throw new WorkbookError('too-large', 'It is larger than 2 GB.');
          return { token: 'token1', bytes: 3 };
        },
      },
    });
    await user.upload(await screen.findByLabelText(/Drop packets/), [
      new File(['abc'], 'one.cjpacket'),
      new File(['large'], 'all.cjpacket'),
    ]);
    expect(
      await screen.findByText('all.cjpacket was not laid out. It is larger than 2 GB.'),
    ).toBeInTheDocument();
    expect(orders()).toEqual([{ granted: [], staged: [{ token: 'token1', name: 'one.cjpacket' }] }]);
  });

  it('has dropped files read where they lie, where the host can tell, and nothing of them brought over', async () => {
    const dropped: unknown[] = [];
    const { user, api, orders } = await openDesk({
      grantFiles: (files) => {
        dropped.push(...files);
        return Promise.resolve(files.map((_file, index) => `place ${String(index)}`));
      },
    });
    const files = [new File(['abc'], 'one.cjpacket'), new File(['large'], 'all.cjpacket')];
    await user.upload(await screen.findByLabelText(/Drop packets/), files);
    expect(await screen.findByText('4 changes are new.')).toBeInTheDocument();
    expect(dropped).toEqual(files);
    expect(orders()).toEqual([{ granted: ['place 0', 'place 1'], staged: [] }]);
    expect(api.calls.map(({ name }) => name)).not.toContain('stage-contribution');
  });

  it('stops a check when asked, and checks the same files again without choosing them anew', async () => {
    let state: 'running' | 'cancelled' = 'running';
    const { user, orders } = await openDesk({
      jobViews: { 'check 1': () => ({ state, step: 'Checking one.cjpacket', receipt: null }) },
      script: {
        'cancel-job': () => {
          state = 'cancelled';
          return {};
        },
      },
    });
    await typePaths(user, '/one');
    await user.click(await screen.findByRole('button', { name: 'Stop the check' }));
    expect(await screen.findByText('The check was stopped')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Check them again' }));
    expect(orders().at(-1)).toEqual({ again: 'check 1' });
    expect(await screen.findByText('4 changes are new.')).toBeInTheDocument();
  });

  it('still has everything on the desk after a look at another screen', async () => {
    const { user, view, api } = await openDesk({ preview: () => aPreview({ sources: [locked] }) });
    await typePaths(user, '/two');
    await user.type(await screen.findByLabelText(/Passphrase/), 'one two');
    view.unmount();
    await renderScreen(<BringTogetherScreen />, { api });
    expect(await screen.findByLabelText(/Passphrase/)).toHaveValue('one two');
  });

  it('keeps what was typed at one workbook’s desk from another’s', async () => {
    const preview = () => aPreview({ sources: [locked] });
    const first = await openDesk({ preview });
    await typePaths(first.user, '/two');
    await first.user.type(await screen.findByLabelText(/Passphrase/), 'one two');
    first.view.unmount();
    const other = await openDesk({ preview, workbook: { id: 'w2' } });
    await typePaths(other.user, '/two');
    expect(await screen.findByLabelText(/Passphrase/)).toHaveValue('');
    expect(other.orders()).toEqual([{ paths: ['/two'] }]);
  });

  it('says that files are gone when the workbook was closed meanwhile, and offers to choose them again', async () => {
    const { user } = await openDesk({
      script: {
        'read-consolidation-preview': () => {
          throw new WorkbookError('stale', 'Not laid out any more.');
        },
      },
    });
    await typePaths(user, '/one');
    expect(await screen.findByText('The files are not on the desk any more')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Check these files' })).toBeInTheDocument();
  });

  it('starts anew when the program does not know the check any more', async () => {
    let isKnown = false;
    const { user, orders } = await openDesk({
      jobViews: {
        'check 1': () => {
          if (isKnown) return {};
          throw new WorkbookError('not-found', 'This piece of work is not known any more.');
        },
      },
    });
    await typePaths(user, '/one');
    expect(await screen.findByText('This piece of work is not known any more.')).toBeInTheDocument();
    isKnown = true;
    await typePaths(user, '/two');
    expect(orders().at(-1)).toEqual({ paths: ['/two'] });
    expect(await screen.findByText('4 changes are new.')).toBeInTheDocument();
  });

  it('lays out the files of a rehearsal in one press', async () => {
    const { user, orders } = await openDesk({ workbook: { isRehearsal: true } });
    expect(screen.getByText('This is a rehearsal')).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Lay out the four rehearsal files' }));
    expect(orders()).toEqual([{ rehearsal: true }]);
  });
});

describe('a page that is loaded anew', () => {
  it('shows what lies on the desk, to go on from', async () => {
    const { user, orders } = await openDesk({
      onDesk: { check: 'check 7' },
      preview: () => aPreview({ sources: [locked] }),
    });
    await user.type(await screen.findByLabelText(/Passphrase/), 'one two');
    await user.click(screen.getByRole('button', { name: 'Open it' }));
    expect(orders()).toEqual([{ again: 'check 7', passphrases: ['one two'] }]);
  });

  it('shows how far the taking in has come, and reads everything again at its end', async () => {
    let state: 'running' | 'done' = 'running';
    const { inputs } = await openDesk({
      onDesk: { check: 'check 7', consolidation: 'consolidation' },
      jobViews: { consolidation: () => ({ state, step: 'Taking the changes in' }) },
    });
    expect(await screen.findByText('Taking the changes in')).toBeInTheDocument();
    const before = inputs('read-catalogue').length;
    state = 'done';
    expect(await screen.findByText('The contributions are taken in')).toBeInTheDocument();
    await waitFor(() => expect(inputs('read-catalogue').length).toBeGreaterThan(before));
  });

  it('shows how far an undoing has come', async () => {
    await openDesk({
      onDesk: { undoing: 'undo' },
      jobViews: { undo: () => ({ state: 'running', step: 'Setting the changes aside' }) },
    });
    expect(await screen.findByText('Setting the changes aside')).toBeInTheDocument();
  });

  it('shows an empty desk where nothing lies, and says so where it knows of files that are gone', async () => {
    const first = await openDesk({});
    await typePaths(first.user, '/one');
    await screen.findByText('4 changes are new.');
    first.view.unmount();
    await openDesk({});
    expect(await screen.findByText('The files are not on the desk any more')).toBeInTheDocument();
  });

  it('keeps the files on the desk, with the reason, when it could not be cleared', async () => {
    const { user } = await openDesk({
      onDesk: { check: 'check 7' },
      script: {
        'discard-consolidation-preview': () => {
          throw new WorkbookError('file-in-use', 'Another program has a file open.');
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Clear the desk' }));
    expect(await screen.findByText('Another program has a file open.')).toBeInTheDocument();
    expect(screen.getByText('4 changes are new.')).toBeInTheDocument();
  });
});
