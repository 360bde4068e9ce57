import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AUTOSAVE_PAUSE_MS, createAutosave, RETRY_MS } from '../../../renderer/state/autosave.ts';
import { draftKey, unsavedText } from '../../../renderer/state/drafts.ts';
import { saveStateOf } from '../../../renderer/state/saveState.ts';
import { workbookClient } from '../../../shared/api/client.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { answerKeeper } from '../support/answerKeeper.ts';
import { pendingAnswers } from '../support/pendingAnswers.ts';
import { scriptedApi, type Script } from '../support/scriptedApi.ts';

const QUESTION = 'ci2016/6.2/p1';
const label = '6.2, question 1: How are we doing?';

function autosaveOver(write: NonNullable<Script['write-answer']>) {
  const api = scriptedApi({ 'write-answer': write });
  const onSaved = vi.fn();
  const autosave = createAutosave({ client: workbookClient(api), onSaved });
  const phase = () => saveStateOf(autosave.store.getState().drafts).phase;
  return { api, autosave, onSaved, phase };
}

/** Lets promises that are ready run, without moving the clock past the pause. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves a text once, after the pause, not at every key', async () => {
    const keeper = answerKeeper(QUESTION);
    const { api, autosave, phase } = autosaveOver(keeper.save);
    for (const text of ['P', 'Pr', 'Progress']) {
      autosave.edit(keeper.view(), 'howAreWeDoing', text, { label });
      await vi.advanceTimersByTimeAsync(AUTOSAVE_PAUSE_MS - 1);
    }
    expect(api.calls).toHaveLength(0);
    expect(phase()).toBe('saving');
    await vi.advanceTimersByTimeAsync(1);
    expect(api.calls).toHaveLength(1);
    expect(keeper.values('howAreWeDoing')).toEqual(['Progress']);
    expect(phase()).toBe('saved');
  });

  it('says saved only when the host has answered', async () => {
    const keeper = answerKeeper(QUESTION);
    const disk = pendingAnswers();
    const { autosave, onSaved, phase } = autosaveOver(async (input) => {
      await disk.hold();
      return keeper.save(input);
    });
    autosave.edit(keeper.view(), 'howAreWeDoing', 'Progress', { label, now: true });
    await settle();
    expect(phase()).toBe('saving');
    expect(onSaved).not.toHaveBeenCalled();
    disk.release();
    await settle();
    expect(phase()).toBe('saved');
    expect(onSaved).toHaveBeenCalledWith('2026-10-03T14:02:00.000Z', false);
  });

  it('goes on from the record just written when somebody types during a slow save', async () => {
    const keeper = answerKeeper(QUESTION);
    const disk = pendingAnswers();
    const { autosave } = autosaveOver(async (input) => {
      await disk.hold();
      return keeper.save(input);
    });
    autosave.edit(keeper.view(), 'howAreWeDoing', 'One', { label, now: true });
    await settle();
    autosave.edit(keeper.view(), 'howAreWeDoing', 'One two', { label });
    await vi.advanceTimersByTimeAsync(AUTOSAVE_PAUSE_MS);
    expect(disk.count()).toBe(1);
    disk.release();
    await settle();
    disk.release();
    await settle();
    expect(keeper.values('howAreWeDoing')).toEqual(['One two']);
  });

  it('keeps the text and says why when a save fails, and tries again by itself', async () => {
    const keeper = answerKeeper(QUESTION);
    let isFull = true;
    const { autosave, phase } = autosaveOver((input) => {
      if (isFull) throw new WorkbookError('disk-full', 'The disk is full.');
      return keeper.save(input);
    });
    autosave.edit(keeper.view(), 'howAreWeDoing', 'Kept', { label });
    await vi.advanceTimersByTimeAsync(AUTOSAVE_PAUSE_MS);
    expect(phase()).toBe('failed');
    expect(unsavedText(autosave.store.getState().drafts)).toBe(`${label}\n\nKept`);
    isFull = false;
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(phase()).toBe('saved');
    expect(keeper.values('howAreWeDoing')).toEqual(['Kept']);
  });

  it('goes on saying so while it tries again, so that nothing comes and goes on the screen', async () => {
    const keeper = answerKeeper(QUESTION);
    const disk = pendingAnswers();
    let isFull = true;
    const { autosave, phase } = autosaveOver(async (input) => {
      await disk.hold();
      if (isFull) throw new WorkbookError('disk-full', 'The disk is full.');
      return keeper.save(input);
    });
    const phases = new Set<string>();
    autosave.edit(keeper.view(), 'howAreWeDoing', 'Kept', { label, now: true });
    await settle();
    disk.release();
    await settle();
    autosave.store.subscribe(() => phases.add(phase()));
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    disk.release();
    await settle();
    expect([...phases]).toEqual(['failed']);
    isFull = false;
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    disk.release();
    await settle();
    expect([...phases]).toEqual(['failed', 'saved']);
  });

  it('refuses to let the window close while something is unsaved, and saves it first when it can', async () => {
    const keeper = answerKeeper(QUESTION);
    let isFull = true;
    const { autosave } = autosaveOver((input) => {
      if (isFull) throw new WorkbookError('disk-full', 'The disk is full.');
      return keeper.save(input);
    });
    autosave.edit(keeper.view(), 'howAreWeDoing', 'Kept', { label });
    expect(await autosave.flush()).toBe(false);
    isFull = false;
    expect(await autosave.flush()).toBe(true);
    expect(keeper.values('howAreWeDoing')).toEqual(['Kept']);
  });

  it('waits at closing for a save that is under way and for what was typed during it', async () => {
    const keeper = answerKeeper(QUESTION);
    const disk = pendingAnswers();
    const { autosave } = autosaveOver(async (input) => {
      await disk.hold();
      return keeper.save(input);
    });
    autosave.edit(keeper.view(), 'howAreWeDoing', 'One', { label, now: true });
    await settle();
    autosave.edit(keeper.view(), 'howAreWeDoing', 'One two', { label });
    let answer: boolean | undefined;
    void autosave.flush().then((isSaved) => {
      answer = isSaved;
    });
    await settle();
    expect(answer).toBeUndefined();
    disk.release();
    await settle();
    expect(answer).toBeUndefined();
    disk.release();
    await settle();
    expect(answer).toBe(true);
    expect(keeper.values('howAreWeDoing')).toEqual(['One two']);
  });

  it('does not settle a value that somebody else wrote while the field had the focus', async () => {
    const keeper = answerKeeper(QUESTION);
    const { autosave } = autosaveOver(keeper.save);
    const shown = keeper.view();
    autosave.startEditing(shown, 'howAreWeDoing');
    autosave.edit(shown, 'howAreWeDoing', 'Ours', { label });
    keeper.writeElsewhere('howAreWeDoing', 'Theirs');
    autosave.adopt(keeper.view(), autosave.mark());
    await vi.advanceTimersByTimeAsync(AUTOSAVE_PAUSE_MS);
    autosave.edit(shown, 'howAreWeDoing', 'Ours, longer', { label, now: true });
    await settle();
    expect(new Set(keeper.values('howAreWeDoing'))).toEqual(new Set(['Theirs', 'Ours, longer']));
  });

  it('settles a conflict when the edit names every value shown', async () => {
    const keeper = answerKeeper(QUESTION);
    keeper.writeElsewhere('howAreWeDoing', 'One');
    keeper.writeElsewhere('howAreWeDoing', 'Two');
    const { autosave } = autosaveOver(keeper.save);
    const seen = keeper.view().seen['howAreWeDoing'] ?? [];
    autosave.edit(keeper.view(), 'howAreWeDoing', 'Both', { label, seen, now: true });
    await settle();
    expect(keeper.values('howAreWeDoing')).toEqual(['Both']);
  });

  it('passes over a view that was asked for before the last save', async () => {
    const keeper = answerKeeper(QUESTION);
    const { autosave } = autosaveOver(keeper.save);
    const old = keeper.view();
    const mark = autosave.mark();
    autosave.edit(old, 'howAreWeDoing', 'New', { label, now: true });
    await settle();
    autosave.adopt(old, mark);
    const known = autosave.store.getState().known[draftKey('answer', old.entityId)];
    expect(known?.fields['howAreWeDoing']?.live[0]?.value).toBe('New');
    autosave.edit(old, 'howAreWeDoing', 'Newer', { label, now: true });
    await settle();
    expect(keeper.values('howAreWeDoing')).toEqual(['Newer']);
  });

  it('keeps what is under the cursor until the field is left, whatever arrives', async () => {
    const keeper = answerKeeper(QUESTION);
    const { autosave } = autosaveOver(keeper.save);
    const drafts = () => autosave.store.getState().drafts[draftKey('answer', keeper.view().entityId)];
    autosave.startEditing(keeper.view(), 'howAreWeDoing');
    autosave.edit(keeper.view(), 'howAreWeDoing', 'Mine', { label, now: true });
    await settle();
    keeper.writeElsewhere('howAreWeDoing', 'Theirs');
    autosave.adopt(keeper.view(), autosave.mark());
    expect(drafts()?.fields['howAreWeDoing']).toMatchObject({ value: 'Mine', state: 'saved' });
    autosave.stopEditing(keeper.view(), 'howAreWeDoing');
    expect(drafts()).toBeUndefined();
  });

  it('saves as the voice the text was typed for', async () => {
    const keeper = answerKeeper(QUESTION, 'partner/police-scotland');
    const { api, autosave } = autosaveOver(keeper.save);
    autosave.edit(keeper.view(), 'howAreWeDoing', 'Ours', { label, now: true });
    await settle();
    expect(api.calls[0]?.input).toMatchObject({
      question: QUESTION,
      voice: 'partner/police-scotland',
    });
  });

  it('forgets a save that comes back after another workbook was opened', async () => {
    const keeper = answerKeeper(QUESTION);
    const disk = pendingAnswers();
    const { autosave, onSaved } = autosaveOver(async (input) => {
      await disk.hold();
      return keeper.save(input);
    });
    autosave.edit(keeper.view(), 'howAreWeDoing', 'One', { label, now: true });
    await settle();
    autosave.forget();
    disk.release();
    await settle();
    expect(onSaved).not.toHaveBeenCalled();
    expect(autosave.store.getState().known).toEqual({});
  });
});
