import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createAutosave } from '../../../renderer/state/autosave.ts';
import { createSession } from '../../../renderer/state/session.ts';
import { createSettlementDrafts } from '../../../renderer/state/settlementDrafts.ts';
import { createViewMemory } from '../../../renderer/state/viewMemory.ts';
import { createWalkState, noFilter } from '../../../renderer/state/walkState.ts';
import { workbookClient } from '../../../shared/api/client.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';
import { answerKeeper } from '../support/answerKeeper.ts';
import { aWorkbookView } from '../support/aWorkbookView.ts';
import { scriptedApi, type Script } from '../support/scriptedApi.ts';

function sessionOver(script: Script) {
  const api = scriptedApi({
    'read-workbook': () => aWorkbookView(),
    'read-catalogue': () => shippedCatalogue,
    'open-workbook': () => aWorkbookView(),
    ...script,
  });
  const client = workbookClient(api);
  const autosave = createAutosave({ client, onSaved: () => undefined });
  const walk = createWalkState();
  const session = createSession(
    client,
    autosave,
    createViewMemory(),
    createSettlementDrafts({ client, onSaved: () => undefined }),
    walk,
  );
  const called = (name: string) => api.calls.filter((call) => call.name === name).length;
  return { api, autosave, session, walk, called, state: () => session.store.getState() };
}

const refusal = (code: 'no-workbook' | 'locked' | 'disk-full' | 'damaged') => () => {
  throw new WorkbookError(code, 'Refused.');
};

describe('a session', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('takes up the workbook that is open, and is closed without complaint when none is', async () => {
    const open = sessionOver({});
    await open.session.resume();
    expect(open.state().phase).toBe('open');
    const closed = sessionOver({ 'read-workbook': refusal('no-workbook') });
    await closed.session.resume();
    expect(closed.state()).toMatchObject({ phase: 'closed', problem: null });
  });

  it('asks for whom a copy made from somebody’s packet speaks, and of no other', async () => {
    const { session, state } = sessionOver({ 'create-from-packet': () => ({ workbook: aWorkbookView() }) });
    await session.open('/w');
    expect(state().asksVoice).toBe(false);
    await session.createFromPacket({ author: '' });
    expect(state().asksVoice).toBe(true);
    session.voiceAsked();
    expect(state().asksVoice).toBe(false);
    await session.createFromPacket({ author: '' });
    await session.open('/w');
    expect(state().asksVoice).toBe(false);
  });

  it('keeps why a workbook could not be opened, with its folder', async () => {
    const { session, state } = sessionOver({ 'open-workbook': refusal('locked') });
    expect(await session.open('/w')).toBe(false);
    expect(state().problem).toMatchObject({ folder: '/w', failure: { code: 'locked' } });
    session.dismissProblem();
    expect(state().problem).toBeNull();
  });

  it('reads the views again after a change, and only in a longer pause while somebody types', async () => {
    const { session, state } = sessionOver({});
    await session.open('/w');
    const before = state().revision;
    session.changedWhileTyping('2026-10-03T14:02:00.000Z');
    await vi.advanceTimersByTimeAsync(1_000);
    session.changedWhileTyping('2026-10-03T14:03:00.000Z');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state().revision).toBe(before);
    expect(state().workbook?.lastSavedAt).toBe('2026-10-03T14:03:00.000Z');
    await vi.advanceTimersByTimeAsync(500);
    expect(state().revision).toBe(before + 1);
    session.changed();
    expect(state().revision).toBe(before + 2);
  });

  it('shares one further read of the workbook among changes that come while it is read', async () => {
    const { session, called } = sessionOver({});
    await session.open('/w');
    for (let change = 0; change < 10; change += 1) session.changed();
    await vi.advanceTimersByTimeAsync(0);
    expect(called('read-workbook')).toBe(2);
  });

  it('looks again until the check of every fingerprint has ended', async () => {
    let check: 'checking' | 'damaged' = 'checking';
    const { session, state, called } = sessionOver({
      'open-workbook': () => aWorkbookView({ check: 'checking' }),
      'read-workbook': () => aWorkbookView({ check }),
    });
    await session.open('/w');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(state().workbook?.check).toBe('checking');
    check = 'damaged';
    await vi.advanceTimersByTimeAsync(2_000);
    expect(state().workbook?.check).toBe('damaged');
    const looks = called('read-workbook');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(called('read-workbook')).toBe(looks);
  });

  it('looks again for the end of the check when one look has failed', async () => {
    let isReadable = false;
    const { session, state } = sessionOver({
      'open-workbook': () => aWorkbookView({ check: 'checking' }),
      'read-workbook': () => {
        if (!isReadable) throw new WorkbookError('internal', 'Refused.');
        return aWorkbookView({ check: 'damaged' });
      },
    });
    await session.open('/w');
    await vi.advanceTimersByTimeAsync(2_000);
    isReadable = true;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(state().workbook?.check).toBe('damaged');
  });

  it('starts the walk of another workbook without the filter and the place of the one before', async () => {
    const { session, walk } = sessionOver({});
    await session.open('/a');
    walk.setState({ filter: { kind: 'mine', text: 'housing' }, lastStopId: 'ci2016/6.2/p1' });
    await session.open('/b');
    expect(walk.getState()).toEqual({ filter: noFilter, lastStopId: null });
  });

  it('takes nothing back while the last change cannot be saved', async () => {
    const keeper = answerKeeper('ci2016/6.2/p1');
    let isFull = true;
    const { autosave, session, called } = sessionOver({
      'write-answer': (input) => (isFull ? refusal('disk-full')() : keeper.save(input)),
      undo: () => ({ undone: 'Answer to 6.2, question 1' }),
      redo: () => ({ redone: null }),
    });
    await session.open('/w');
    autosave.edit(keeper.view(), 'howAreWeDoing', 'One', { label: '6.2' });
    await expect(session.undo()).rejects.toThrow(/not saved yet/);
    await expect(session.redo()).rejects.toThrow(/not saved yet/);
    expect(called('undo') + called('redo')).toBe(0);
    isFull = false;
    expect(await session.undo()).toBe('Answer to 6.2, question 1');
  });

  it('reads the frameworks again when something was undone or redone, as it may be a correction of them', async () => {
    let title = 'As corrected';
    const catalogue = () => ({
      ...shippedCatalogue,
      areas: shippedCatalogue.areas.map((area) => ({ ...area, title })),
    });
    const { session, state, called } = sessionOver({
      'read-catalogue': catalogue,
      undo: () => {
        title = '';
        return { undone: 'Changing the text of Area 1' };
      },
      redo: () => ({ redone: null }),
    });
    await session.open('/w');
    expect(state().catalogue?.areas[0]?.title).toBe('As corrected');
    await session.undo();
    expect(state().catalogue?.areas[0]?.title).toBe('');
    const reads = called('read-catalogue');
    await session.redo();
    expect(called('read-catalogue')).toBe(reads);
  });

  it('saves before undo, and does not close while something cannot be saved', async () => {
    const keeper = answerKeeper('ci2016/6.2/p1');
    let isFull = false;
    const { api, autosave, session } = sessionOver({
      'write-answer': (input) => (isFull ? refusal('disk-full')() : keeper.save(input)),
      undo: () => ({ undone: 'Answer to 6.2, question 1' }),
      'close-workbook': () => ({}),
    });
    await session.open('/w');
    autosave.edit(keeper.view(), 'howAreWeDoing', 'One', { label: '6.2' });
    expect(await session.undo()).toBe('Answer to 6.2, question 1');
    const order = api.calls.map(({ name }) => name);
    expect(order.indexOf('write-answer')).toBeLessThan(order.indexOf('undo'));
    isFull = true;
    autosave.edit(keeper.view(), 'howAreWeDoing', 'Two', { label: '6.2' });
    expect(await session.close()).toBe(false);
    isFull = false;
    expect(await session.close()).toBe(true);
  });

  it('goes on in the open workbook where a backup is refused, and says why to who asked', async () => {
    let isOpen = true;
    const { session, state } = sessionOver({
      'restore-backup': refusal('damaged'),
      'read-workbook': () => (isOpen ? aWorkbookView({ folder: '/w' }) : refusal('no-workbook')()),
    });
    await session.open('/w');
    await expect(session.restoreBackup(null, 'backup')).rejects.toMatchObject({ code: 'damaged' });
    expect(state()).toMatchObject({ phase: 'open', problem: null });
    isOpen = false;
    await expect(session.restoreBackup(null, 'backup')).rejects.toMatchObject({ code: 'damaged' });
    expect(state()).toMatchObject({ phase: 'closed', workbook: null, problem: { folder: '/w' } });
  });

  it('saves into the restored backup what the damaged workbook would not take', async () => {
    const keeper = answerKeeper('ci2016/6.2/p1');
    let isDamaged = true;
    const { autosave, session, called } = sessionOver({
      'write-answer': (input) => (isDamaged ? refusal('damaged')() : keeper.save(input)),
      'restore-backup': () => {
        isDamaged = false;
        return aWorkbookView();
      },
    });
    await session.open('/w');
    autosave.edit(keeper.view(), 'howAreWeDoing', 'Words on the screen', { label: '6.2' });
    expect(await session.restoreBackup(null, 'backup')).toBe(true);
    expect(called('write-answer')).toBe(2);
    expect(keeper.view().fields['howAreWeDoing']?.live[0]?.value).toBe('Words on the screen');
    expect(await autosave.flush()).toBe(true);
  });
});
