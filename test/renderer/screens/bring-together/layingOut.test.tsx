import '../../support/nativeDialog.ts';
import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { BringTogetherScreen } from '../../../../renderer/screens/bring-together/BringTogetherScreen.tsx';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { aPreview, locked } from './aPreview.ts';
import { forgetDesk, openDesk } from './openDesk.tsx';
import { typePaths } from './typePaths.ts';

beforeEach(forgetDesk);

describe('laying files out', () => {
  it('takes typed paths, one in each line, without the quotation marks that Windows adds', async () => {
    const { user, orders } = await openDesk({});
    await typePaths(user, '"C:\\stick\\one.cjpacket"\n\n  /stick/two.xlsx ');
    expect(orders()).toEqual([{ paths: ['C:\\stick\\one.cjpacket', '/stick/two.xlsx'] }]);
    expect(await screen.findByText('4 changes are new.')).toBeInTheDocument();
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
        'stage-bytes': ({ base64 }) => {
          if (atob(base64) === 'large') throw new WorkbookError('too-large', 'Not attached.');
          return { token: 'token1', bytes: 3 };
        },
      },
    });
    await user.upload(await screen.findByLabelText(/Drop packets/), [
      new File(['abc'], 'one.cjpacket'),
      new File(['large'], 'all.cjpacket'),
    ]);
    expect(await screen.findByText(/all.cjpacket is larger than 50 MB/)).toBeInTheDocument();
    expect(orders()).toEqual([{ staged: [{ token: 'token1', name: 'one.cjpacket' }] }]);
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
