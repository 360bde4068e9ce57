import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDraftKeeper } from '../../../../renderer/components/evidence/draftKeeper.ts';
import { emptyDraft, type EvidenceDraft } from '../../../../renderer/components/evidence/evidenceDraft.ts';
import { AUTOSAVE_PAUSE_MS, RETRY_MS } from '../../../../renderer/state/autosave.ts';
import { workbookClient } from '../../../../shared/api/client.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { aLiveValue, anEntityView } from '../../support/aWorkbookView.ts';
import { type Script, scriptedApi } from '../../support/scriptedApi.ts';

const savedAt = '2026-10-03T14:02:00.000Z';
const added = {
  savedAt,
  entity: anEntityView('evidence', 'new-1', { title: [aLiveValue('Log', 'r1')] }),
};

function keeperOver(script: Script = {}) {
  const api = scriptedApi({
    'add-evidence': () => added,
    edit: () => added,
    'delete-evidence': () => added,
    ...script,
  });
  const onSaved = vi.fn();
  const workbook = { isOpen: true };
  const keeper = createDraftKeeper({
    client: workbookClient(api),
    linkTo: null,
    isOpen: () => workbook.isOpen,
    onSaved,
  });
  const type = (fields: Partial<EvidenceDraft>) => keeper.take({ ...emptyDraft, ...fields });
  const names = () => api.calls.map(({ name }) => name);
  return { api, keeper, type, names, onSaved, workbook };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('saves after the pause and not before, edits on from its own records, and is then done', async () => {
  const { api, keeper, type, names, onSaved } = keeperOver();
  type({ title: 'Log' });
  await vi.advanceTimersByTimeAsync(AUTOSAVE_PAUSE_MS - 1);
  expect(names()).toEqual([]);
  expect(keeper.store.getState()).toMatchObject({ evidenceId: null, isUnsaved: true });
  await vi.advanceTimersByTimeAsync(1);
  expect(keeper.store.getState()).toEqual({ evidenceId: 'new-1', savedAt, isUnsaved: false, failure: null });
  expect(onSaved).toHaveBeenCalledWith(savedAt);
  type({ title: 'Log 2017', kind: 'document' });
  expect(await keeper.flush()).toBe(true);
  await vi.advanceTimersByTimeAsync(RETRY_MS);
  expect(names()).toEqual(['add-evidence', 'edit']);
  expect(api.calls[1]?.input).toMatchObject({ entityId: 'new-1', seen: { title: ['r1'] } });
});

it('adds one item when more is typed while the first save is under way', async () => {
  let answer: (() => void) | undefined;
  const { api, keeper, type, names } = keeperOver({
    'add-evidence': () => new Promise((resolve) => (answer = () => resolve(added))),
  });
  type({ title: 'Log' });
  const first = keeper.flush();
  await vi.advanceTimersByTimeAsync(0);
  type({ title: 'Log', shows: 'Nine of ten came' });
  const second = keeper.flush();
  await vi.advanceTimersByTimeAsync(0);
  answer?.();
  await Promise.all([first, second]);
  expect(names()).toEqual(['add-evidence', 'edit']);
  expect(api.calls[1]?.input).toMatchObject({ set: { shows: 'Nine of ten came' } });
});

it('adds nothing for a choice alone', async () => {
  const { keeper, type, names } = keeperOver();
  type({ kind: 'document' });
  expect(await keeper.flush()).toBe(true);
  expect(names()).toEqual([]);
});

it('keeps a date that cannot be read with the period, and takes it out again once it can', async () => {
  const { keeper, type, api } = keeperOver();
  type({ period: 'Autumn', date: 'some day' });
  await keeper.flush();
  expect(api.calls[0]?.input).toMatchObject({ set: { period: 'Autumn some day' } });
  type({ period: 'Autumn', date: '31/3/2017' });
  await keeper.flush();
  expect(api.calls[1]?.input).toMatchObject({ set: { period: 'Autumn', date: '2017-03-31' } });
});

it('tries a failed save again by itself, also once the form is gone, until it is on the disk', async () => {
  const full = new WorkbookError('disk-full', 'The disk is full.');
  let isFull = true;
  const { keeper, type, names } = keeperOver({
    'add-evidence': () => {
      if (isFull) throw full;
      return added;
    },
  });
  type({ title: 'Log' });
  expect(await keeper.flush()).toBe(false);
  expect(keeper.store.getState()).toMatchObject({ isUnsaved: true, failure: { code: 'disk-full' } });
  await vi.advanceTimersByTimeAsync(RETRY_MS);
  expect(names()).toHaveLength(2);
  let hasLeft = false;
  void keeper.leave().then(() => (hasLeft = true));
  await vi.advanceTimersByTimeAsync(RETRY_MS);
  expect(names()).toHaveLength(4);
  expect(hasLeft).toBe(false);
  isFull = false;
  await vi.advanceTimersByTimeAsync(5 * RETRY_MS);
  expect(names()).toHaveLength(5);
  expect(hasLeft).toBe(true);
});

it('writes nothing into another workbook', async () => {
  const { keeper, type, names, workbook } = keeperOver({
    'add-evidence': () => {
      throw new WorkbookError('disk-full', 'The disk is full.');
    },
  });
  type({ title: 'Log' });
  const leaving = keeper.leave();
  await vi.advanceTimersByTimeAsync(0);
  expect(names()).toHaveLength(1);
  workbook.isOpen = false;
  await vi.advanceTimersByTimeAsync(5 * RETRY_MS);
  await leaving;
  expect(names()).toHaveLength(1);
});

it('saves the latest text before it discards, so that an undo brings all of it back', async () => {
  const { keeper, type, names } = keeperOver();
  type({ title: 'Log' });
  await keeper.flush();
  type({ title: 'Log 2017' });
  await keeper.discard();
  await keeper.leave();
  await vi.advanceTimersByTimeAsync(RETRY_MS);
  expect(names()).toEqual(['add-evidence', 'edit', 'delete-evidence']);
});

it('discards without a call when nothing was saved', async () => {
  const { keeper, type, names } = keeperOver();
  type({ title: 'Log' });
  await keeper.discard();
  await vi.advanceTimersByTimeAsync(RETRY_MS);
  expect(names()).toEqual([]);
});

it('goes on with the text when the deletion fails', async () => {
  const { keeper, type } = keeperOver({
    'delete-evidence': () => {
      throw new WorkbookError('disk-full', 'The disk is full.');
    },
  });
  type({ title: 'Log' });
  await keeper.flush();
  await expect(keeper.discard()).rejects.toThrow('The disk is full.');
  expect(keeper.store.getState().evidenceId).toBe('new-1');
});
