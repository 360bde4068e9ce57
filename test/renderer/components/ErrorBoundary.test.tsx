import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ErrorBoundary } from '../../../renderer/components/ErrorBoundary.tsx';
import { createRendererState } from '../../../renderer/state/rendererState.ts';
import { workbookClient } from '../../../shared/api/client.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { answerKeeper } from '../support/answerKeeper.ts';
import { scriptedApi, type Script } from '../support/scriptedApi.ts';

const QUESTION = 'ci2016/6.2/p1';

function Broken(): never {
  throw new Error('A fault of the program');
}

async function drawBroken(script: Script) {
  const keeper = answerKeeper(QUESTION);
  const state = createRendererState(workbookClient(scriptedApi(script)));
  state.autosave.edit(keeper.view(), 'howAreWeDoing', 'Not yet on the disk', { label: '6.2, question 1' });
  const field = { entity: 'answer', entityId: 'a1', field: 'whatNext' };
  state.settlements.change(field, { label: 'To settle', own: 'What both of us meant' });
  await act(async () =>
    render(
      <ErrorBoundary state={state}>
        <Broken />
      </ErrorBoundary>,
    ),
  );
}

describe('a screen that broke', () => {
  // React reports what the boundary has caught; the test is about what a person sees.
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
  afterEach(() => void vi.restoreAllMocks());

  it('saves what was not saved yet, and leads back to the overview', async () => {
    const saved: unknown[] = [];
    const keeper = answerKeeper(QUESTION);
    await drawBroken({
      'keep-settlement-draft': ({ draft }) => {
        saved.push(draft?.own);
        return { savedAt: '2026-10-03T14:02:00.000Z' };
      },
      'write-answer': (input) => {
        saved.push(input.set.howAreWeDoing);
        return keeper.save(input);
      },
    });
    expect(screen.getByRole('heading', { name: 'This screen stopped working' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'This screen stopped working' })).toHaveFocus();
    expect(saved).toEqual(['Not yet on the disk', 'What both of us meant']);
    expect(screen.queryByText('Not yet on the disk')).toBeNull();
    expect(screen.getByRole('button', { name: 'Go to the overview' })).toBeEnabled();
  });

  it('shows the text to copy when it cannot be saved', async () => {
    await drawBroken({
      'write-answer': () => {
        throw new WorkbookError('disk-full', 'The disk is full.');
      },
    });
    expect(screen.getByText(/Not yet on the disk/)).toHaveTextContent('What both of us meant');
    expect(screen.getByRole('button', { name: 'Copy my text' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Save it to another place' })).toBeEnabled();
  });
});
