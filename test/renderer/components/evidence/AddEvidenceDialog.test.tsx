import '../../support/nativeDialog.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { AddEvidenceDialog } from '../../../../renderer/components/evidence/AddEvidenceDialog.tsx';
import type { OperationName } from '../../../../shared/api/operationNames.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { anEntityView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { type Script, type ScriptedApi, scriptedApi } from '../../support/scriptedApi.ts';

const target = { kind: 'question', id: 'ci2016/6.2/p1' } as const;
const saved = { savedAt: '2026-10-03T14:02:00.000Z', entity: anEntityView('evidence', 'new-1') };

async function open(
  script: Script = {},
  props: { readonly files?: readonly File[]; readonly text?: string } = {},
) {
  const api = scriptedApi({
    'find-alike-evidence': () => ({ alike: [] }),
    'add-evidence': () => saved,
    edit: () => saved,
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
  /** The fields as they stand on the disk: what was added, with every edit since. */
  const written = () =>
    api.calls
      .filter(({ name }) => name === 'add-evidence' || name === 'edit')
      .reduce<object>((all, { input }) => ({ ...all, ...fieldsIn(input) }), {});
  return { api, onAdded, onClose, written, user: userEvent.setup() };
}

function fieldsIn(input: unknown): object {
  const hasFields = typeof input === 'object' && input !== null && 'set' in input;
  return hasFields && typeof input.set === 'object' ? (input.set ?? {}) : {};
}

function callsOf(api: ScriptedApi, wanted: OperationName): readonly unknown[] {
  return api.calls.filter(({ name }) => name === wanted).map(({ input }) => input);
}

/** The words on the way to the disk: on the screen and, beside them, for a screen reader. */
async function shownWords(words: string): Promise<HTMLElement | undefined> {
  const [shown] = await screen.findAllByText(words, { exact: true, selector: '.draft-save-words *' });
  return shown;
}

describe('adding evidence', () => {
  it('begins in the title and adds what was filled in, linked', async () => {
    const { user, written, api, onAdded } = await open();
    expect(screen.getByLabelText('Title')).toHaveFocus();
    await user.keyboard('Your View Counts');
    await user.selectOptions(screen.getByLabelText('Kind'), 'Views of people');
    await user.type(screen.getByLabelText('Date'), '31/3/2017');
    await user.click(screen.getByRole('button', { name: 'Add and link it' }));
    expect(onAdded).toHaveBeenCalledWith('new-1');
    expect(written()).toEqual({ title: 'Your View Counts', kind: 'views-of-people', date: '2017-03-31' });
    expect(callsOf(api, 'add-evidence')).toMatchObject([{ links: [target] }]);
  });

  it('has the focus in the title again when nothing is discarded after all', async () => {
    const { user } = await open();
    await user.keyboard('Log');
    await user.click(screen.getByRole('button', { name: 'Discard…' }));
    await user.click(screen.getByRole('button', { name: 'Go on writing' }));
    expect(screen.getByLabelText('Title')).toHaveFocus();
    expect(screen.getByLabelText('Title')).toHaveValue('Log');
  });

  it('leaves a file out and keeps the focus among the files', async () => {
    const { user } = await open({}, { files: [new File(['a'], 'one.pdf'), new File(['b'], 'two.pdf')] });
    await user.click(screen.getByRole('button', { name: /Leave out\s*one\.pdf/ }));
    expect(screen.queryByText(/one\.pdf/)).toBeNull();
    expect(screen.getByLabelText(/^Files/)).toHaveFocus();
  });

  it('refuses without a title and with a date that is none, and puts the focus there', async () => {
    const { user, written } = await open();
    await user.type(screen.getByLabelText('Date'), '31/2/2017');
    await user.click(screen.getByRole('button', { name: 'Add and link it' }));
    expect(screen.getByLabelText('Title')).toBeInvalid();
    expect(screen.getByText(/February 2017 has no day 31/)).toBeInTheDocument();
    await waitFor(() => expect(screen.getByLabelText('Title')).toHaveFocus());
    expect(written()).toEqual({});
  });

  it('shows alike titles while one types and links the one that is there instead', async () => {
    const { user, onAdded, api } = await open({
      'find-alike-evidence': () => ({
        alike: [{ evidenceId: 'old-1', title: 'Your View Counts 2016', why: 'Nearly the same title' }],
      }),
      'link-evidence': () => ({ savedAt: '2026-10-03T14:02:00.000Z', usedIn: 4 }),
      'delete-evidence': () => saved,
    });
    await user.keyboard('Your view counts');
    await user.click(await screen.findByRole('button', { name: /Link this one instead/ }));
    expect(onAdded).toHaveBeenCalledWith('old-1');
    expect(callsOf(api, 'link-evidence')).toEqual([{ evidence: 'old-1', target, linked: true }]);
    // On a slow machine the pause was long enough to save what was typed.
    expect(callsOf(api, 'delete-evidence')).toHaveLength(callsOf(api, 'add-evidence').length);
  });

  it('warns of what looks like personal data, and adds all the same', async () => {
    const { user, written } = await open();
    await user.keyboard('Case note');
    await user.type(screen.getByLabelText('What it shows'), 'born 3 May 1981');
    expect(screen.getByText(/looks like somebody’s date of birth/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add and link it' }));
    expect(written()).toMatchObject({ shows: 'born 3 May 1981' });
  });

  it('has what was typed on the disk after a pause, unasked, and goes on with the same item', async () => {
    const { api, user, onAdded, onClose } = await open();
    await user.paste('Joint training');
    expect(await shownWords('Saved 14:02')).toBeInTheDocument();
    expect(callsOf(api, 'add-evidence')).toEqual([{ set: { title: 'Joint training' }, links: [target] }]);
    await user.paste(' log');
    await waitFor(() =>
      expect(callsOf(api, 'edit')).toEqual([
        {
          entity: 'evidence',
          entityId: 'new-1',
          set: { title: 'Joint training log' },
          seen: { title: [] },
        },
      ]),
    );
    expect(onAdded).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Add and link it' }));
    expect(onAdded).toHaveBeenCalledWith('new-1');
    expect(callsOf(api, 'add-evidence')).toHaveLength(1);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('saves on leaving a field, and says where a date that cannot be read is kept', async () => {
    const { user, written } = await open();
    await user.keyboard('Joint training log');
    await user.tab();
    await waitFor(() => expect(written()).toEqual({ title: 'Joint training log' }));
    await user.type(screen.getByLabelText('Date'), 'some day');
    expect(
      await shownWords('Saved 14:02. The date cannot be read yet: it is kept with the period'),
    ).toBeInTheDocument();
  });

  it('does not look for the item that is being written among alike ones', async () => {
    const { api, user } = await open();
    await user.keyboard('Joint training log');
    await waitFor(() =>
      expect(callsOf(api, 'find-alike-evidence').at(-1)).toEqual({
        title: 'Joint training log',
        except: 'new-1',
      }),
    );
  });

  it('saves pasted text when the window is closed at once', async () => {
    const { api, written } = await open({}, { text: 'Half a thought' });
    expect(await api.close()).toBe(true);
    expect(written()).toMatchObject({ shows: 'Half a thought' });
  });

  it('closes at once when nothing was written', async () => {
    const { api, user, onClose } = await open();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalled();
    expect(callsOf(api, 'add-evidence')).toEqual([]);
  });

  it('discards what is saved already only when told so, by deleting it', async () => {
    const { api, user, onClose } = await open({ 'delete-evidence': () => saved }, { text: 'Half a thought' });
    await shownWords('Saved 14:02');
    await user.click(screen.getByRole('button', { name: 'Discard…' }));
    expect(screen.getByText(/Discarding deletes it from the workbook; Undo brings it back/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Go on writing' })).toHaveFocus();
    expect(onClose).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Discard this evidence' }));
    expect(callsOf(api, 'delete-evidence')).toEqual([{ evidence: 'new-1' }]);
    expect(onClose).toHaveBeenCalled();
  });

  it('keeps the text, says why it is not saved, and adds it when it can', async () => {
    let isFull = true;
    const { api, user, onAdded } = await open({
      'add-evidence': () => {
        if (isFull) throw new WorkbookError('disk-full', 'The disk is full. Free some space and try again.');
        return saved;
      },
    });
    await user.keyboard('Joint training log');
    expect(await shownWords('Not saved')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('The disk is full.');
    await user.click(screen.getByRole('button', { name: 'Add and link it' }));
    expect(screen.getByLabelText('Title')).toHaveValue('Joint training log');
    expect(onAdded).not.toHaveBeenCalled();
    expect(await api.close()).toBe(false);
    isFull = false;
    await user.click(screen.getByRole('button', { name: 'Add and link it' }));
    expect(onAdded).toHaveBeenCalledWith('new-1');
    expect(screen.queryByRole('alert')).toBeNull();
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
