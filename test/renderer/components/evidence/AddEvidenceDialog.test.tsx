import '../../support/nativeDialog.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { AddEvidenceDialog } from '../../../../renderer/components/evidence/AddEvidenceDialog.tsx';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { anEntityView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { type Script, scriptedApi } from '../../support/scriptedApi.ts';

const target = { kind: 'question', id: 'ci2016/6.2/p1' } as const;
const saved = { savedAt: '2026-10-03T14:02:00.000Z', entity: anEntityView('evidence', 'new-1') };

async function open(
  script: Script = {},
  props: { readonly files?: readonly File[]; readonly text?: string } = {},
) {
  const api = scriptedApi({
    'find-alike-evidence': () => ({ alike: [] }),
    'add-evidence': () => saved,
    'read-workbook': () => {
      throw new WorkbookError('no-workbook', 'Not part of this test');
    },
    ...script,
  });
  const onAdded = vi.fn();
  const onClose = vi.fn();
  await renderScreen(<AddEvidenceDialog linkTo={target} onClose={onClose} onAdded={onAdded} {...props} />, {
    api,
  });
  const sent = () => api.calls.find(({ name }) => name === 'add-evidence')?.input;
  return { api, onAdded, onClose, sent, user: userEvent.setup() };
}

describe('adding evidence', () => {
  it('begins in the title and adds what was filled in, linked', async () => {
    const { user, sent, onAdded } = await open();
    expect(screen.getByLabelText('Title')).toHaveFocus();
    await user.keyboard('Your View Counts');
    await user.selectOptions(screen.getByLabelText('Kind'), 'Views of people');
    await user.type(screen.getByLabelText('Date'), '31/3/2017');
    await user.click(screen.getByRole('button', { name: 'Add and link it' }));
    expect(onAdded).toHaveBeenCalledWith('new-1');
    expect(sent()).toEqual({
      set: { title: 'Your View Counts', kind: 'views-of-people', date: '2017-03-31' },
      links: [target],
    });
  });

  it('refuses without a title and with a date that is none, and puts the focus there', async () => {
    const { user, sent } = await open();
    await user.type(screen.getByLabelText('Date'), '31/2/2017');
    await user.click(screen.getByRole('button', { name: 'Add and link it' }));
    expect(screen.getByLabelText('Title')).toBeInvalid();
    expect(screen.getByText(/February 2017 has no day 31/)).toBeInTheDocument();
    await waitFor(() => expect(screen.getByLabelText('Title')).toHaveFocus());
    expect(sent()).toBeUndefined();
  });

  it('shows alike titles while one types and links the one that is there instead', async () => {
    const { user, onAdded, api } = await open({
      'find-alike-evidence': () => ({
        alike: [{ evidenceId: 'old-1', title: 'Your View Counts 2016', why: 'Nearly the same title' }],
      }),
      'link-evidence': () => ({ savedAt: '2026-10-03T14:02:00.000Z', usedIn: 4 }),
    });
    await user.keyboard('Your view counts');
    await user.click(await screen.findByRole('button', { name: /Link this one instead/ }));
    expect(onAdded).toHaveBeenCalledWith('old-1');
    expect(api.calls.some(({ name }) => name === 'add-evidence')).toBe(false);
  });

  it('warns of what looks like personal data, and adds all the same', async () => {
    const { user, sent } = await open();
    await user.keyboard('Case note');
    await user.type(screen.getByLabelText('What it shows'), 'born 3 May 1981');
    expect(screen.getByText(/looks like somebody’s date of birth/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add and link it' }));
    expect(sent()).toMatchObject({ set: { shows: 'born 3 May 1981' } });
  });

  it('asks before throwing away what was written', async () => {
    const { user, onClose } = await open({}, { text: 'A long passage\nfrom a report' });
    expect(screen.getByLabelText('Title')).toHaveValue('A long passage');
    await user.click(screen.getByRole('button', { name: 'Do not add it' }));
    expect(onClose).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Discard this evidence' }));
    expect(onClose).toHaveBeenCalled();
  });

  it('adds what was written when the window is closed meanwhile', async () => {
    const { api, sent } = await open({}, { text: 'Half a thought' });
    expect(await api.close()).toBe(true);
    expect(sent()).toMatchObject({ set: { shows: 'Half a thought' } });
  });

  it('goes on with the same item when the window was only hidden', async () => {
    const { api, user, onAdded } = await open({ edit: () => saved }, { text: 'Half a thought' });
    await api.close();
    await user.type(screen.getByLabelText('Title'), ' finished');
    await user.click(screen.getByRole('button', { name: 'Add and link it' }));
    expect(onAdded).toHaveBeenCalledWith('new-1');
    expect(api.calls.filter(({ name }) => name === 'add-evidence')).toHaveLength(1);
    expect(api.calls.find(({ name }) => name === 'edit')?.input).toMatchObject({
      entityId: 'new-1',
      set: { title: 'Half a thought finished', shows: 'Half a thought', kind: null },
    });
  });

  it('deletes what was added while the window was hidden when it is discarded', async () => {
    const { api, user, onClose } = await open({ 'delete-evidence': () => saved }, { text: 'Half a thought' });
    await api.close();
    await user.click(screen.getByRole('button', { name: 'Do not add it' }));
    await user.click(screen.getByRole('button', { name: 'Discard this evidence' }));
    expect(api.calls.find(({ name }) => name === 'delete-evidence')?.input).toEqual({ evidence: 'new-1' });
    expect(onClose).toHaveBeenCalled();
  });

  it('keeps the text and says why when it could not be added', async () => {
    const { user, onAdded } = await open({
      'add-evidence': () => {
        throw new WorkbookError('disk-full', 'The disk is full. Free some space and try again.');
      },
    });
    await user.keyboard('Joint training log');
    await user.click(screen.getByRole('button', { name: 'Add and link it' }));
    expect(screen.getByRole('alert')).toHaveTextContent('The disk is full.');
    expect(screen.getByLabelText('Title')).toHaveValue('Joint training log');
    expect(onAdded).not.toHaveBeenCalled();
  });

  it('attaches dropped files after adding, and says which one was not taken', async () => {
    const { user, onAdded } = await open(
      {
        'stage-bytes': () => ({ token: 't', bytes: 1 }),
        'attach-staged': ({ name }) => {
          if (name.endsWith('.exe')) throw new WorkbookError('file-kind', 'Programs are not taken.');
          return saved;
        },
      },
      { files: [new File(['a'], 'joint_training_log.pdf'), new File(['b'], 'setup.exe')] },
    );
    expect(screen.getByLabelText('Title')).toHaveValue('joint training log');
    await user.click(screen.getByRole('button', { name: 'Add and link it' }));
    expect(await screen.findByText('setup.exe was not attached. Programs are not taken.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Go on without these files' }));
    expect(onAdded).toHaveBeenCalledWith('new-1');
  });
});
