import '../support/nativeDialog.ts';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { SaveFailureBanner } from '../../../renderer/components/frame/SaveFailureBanner.tsx';
import { SaveWords } from '../../../renderer/components/frame/SaveWords.tsx';
import { SavedText } from '../../../renderer/components/SavedText.tsx';
import { useView } from '../../../renderer/state/useView.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { answerKeeper } from '../support/answerKeeper.ts';
import { aWorkbookView } from '../support/aWorkbookView.ts';
import { pendingAnswers } from '../support/pendingAnswers.ts';
import { renderScreen } from '../support/renderScreen.tsx';
import { scriptedApi, type Script } from '../support/scriptedApi.ts';
import { writeAtOnce } from '../support/writeAtOnce.ts';

const QUESTION = 'ci2016/6.2/p1';

function AnswerScreen(props: { readonly isFieldThere?: boolean }) {
  const view = useView('read-question', { question: QUESTION });
  return (
    <>
      <SaveWords />
      <SaveFailureBanner />
      {view.value !== undefined && props.isFieldThere !== false && (
        <SavedText
          entity={view.value.answer}
          field="howAreWeDoing"
          label="How are we doing?"
          name="6.2, question 1: How are we doing?"
        />
      )}
    </>
  );
}

async function drawAnswer(
  keeper: ReturnType<typeof answerKeeper>,
  save: NonNullable<Script['write-answer']> = keeper.save,
  further: Script = {},
) {
  const api = scriptedApi({
    'read-workbook': () => aWorkbookView({ lastSavedAt: '2026-10-03T14:02:00.000Z' }),
    'read-question': () => ({
      questionId: QUESTION,
      qualityIndicatorId: 'ci2016/6.2',
      answer: keeper.view(),
      others: [],
      evidence: [],
      evidenceTotal: 0,
    }),
    'write-answer': save,
    ...further,
  });
  const drawn = await renderScreen(<AnswerScreen />, { api });
  return { api, ...drawn };
}

const field = () => screen.getByRole('textbox', { name: 'How are we doing?' });
const words = () => document.querySelector('.save-words > span')?.textContent;
const isFull = () => {
  throw new WorkbookError('disk-full', 'The disk is full.');
};

describe('a text that saves itself', () => {
  it('is saved on leaving the field, without waiting for the pause', async () => {
    const keeper = answerKeeper(QUESTION);
    await drawAnswer(keeper);
    await writeAtOnce(field(), 'Well');
    await userEvent.tab();
    expect(keeper.values('howAreWeDoing')).toEqual(['Well']);
  });

  it('says saving until the disk has answered, and the commit’s time then', async () => {
    const keeper = answerKeeper(QUESTION);
    const disk = pendingAnswers();
    await drawAnswer(keeper, async (input) => {
      await disk.hold();
      return keeper.save(input);
    });
    await writeAtOnce(field(), 'Well');
    await userEvent.tab();
    expect(words()).toBe('Saving…');
    await act(async () => disk.release());
    expect(words()).toMatch(/^Saved \d\d:\d\d$/);
  });

  it('keeps the text when it is left and come back to before the save has ended', async () => {
    const keeper = answerKeeper(QUESTION);
    const disk = pendingAnswers();
    const { view, state } = await drawAnswer(keeper, async (input) => {
      await disk.hold();
      return keeper.save(input);
    });
    await writeAtOnce(field(), 'Well');
    const { RendererStateProvider } = await import('../../../renderer/state/RendererStateContext.tsx');
    const withField = (isFieldThere: boolean) => (
      <RendererStateProvider state={state}>
        <AnswerScreen isFieldThere={isFieldThere} />
      </RendererStateProvider>
    );
    await act(async () => view.rerender(withField(false)));
    await act(async () => view.rerender(withField(true)));
    expect(field()).toHaveValue('Well');
    await act(async () => disk.release());
    expect(keeper.values('howAreWeDoing')).toEqual(['Well']);
  });

  it('keeps the text when it cannot be saved, says why beside it, and offers three ways on', async () => {
    const keeper = answerKeeper(QUESTION);
    const kept: string[] = [];
    const { api } = await drawAnswer(keeper, isFull, {
      'save-emergency-text': ({ text }) => {
        kept.push(text);
        return { path: '/home/desk/text.txt' };
      },
    });
    await writeAtOnce(field(), 'Well');
    await userEvent.tab();
    expect(field()).toHaveValue('Well');
    expect(field()).toBeInvalid();
    expect(field()).toHaveAccessibleDescription(/The disk is full/);
    expect(screen.getByRole('alert')).toHaveTextContent('Your last changes are not saved.');
    expect(words()).toBe('Not saved');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Copy my text' })).toBeEnabled();
    await userEvent.click(screen.getByRole('button', { name: 'Save it to another place' }));
    expect(kept).toEqual(['6.2, question 1: How are we doing?\n\nWell']);
    expect(screen.getByText('Saved in /home/desk/text.txt.')).toBeInTheDocument();
    expect(await api.close()).toBe(false);
  });

  it('stays under the cursor when what is around it cannot be read again', async () => {
    const keeper = answerKeeper(QUESTION);
    let isThere = true;
    const { state } = await drawAnswer(keeper, keeper.save, {
      'read-question': () => {
        if (!isThere) throw new WorkbookError('internal', 'The disk did not answer.');
        return {
          questionId: QUESTION,
          qualityIndicatorId: 'ci2016/6.2',
          answer: keeper.view(),
          others: [],
          evidence: [],
          evidenceTotal: 0,
        };
      },
    });
    await writeAtOnce(field(), 'Well');
    isThere = false;
    await act(async () => state.session.changed());
    expect(field()).toHaveFocus();
    await userEvent.type(field(), ' enough');
    expect(field()).toHaveValue('Well enough');
  });

  it('never says that everything is saved once something is not', async () => {
    const keeper = answerKeeper(QUESTION);
    let isDiskFull = false;
    const { state } = await drawAnswer(keeper, (input) => (isDiskFull ? isFull() : keeper.save(input)));
    await act(async () => {
      state.shortcuts.handle(new KeyboardEvent('keydown', { key: 's', ctrlKey: true }));
    });
    expect(screen.getByText('Everything is saved.')).toBeInTheDocument();
    isDiskFull = true;
    await writeAtOnce(field(), 'Well');
    await userEvent.tab();
    expect(screen.queryByText('Everything is saved.')).toBeNull();
  });

  it('copies the text that could not be saved', async () => {
    const keeper = answerKeeper(QUESTION);
    await drawAnswer(keeper, isFull);
    const user = userEvent.setup();
    await user.type(field(), 'Well');
    await user.tab();
    await user.click(screen.getByRole('button', { name: 'Copy my text' }));
    expect(await navigator.clipboard.readText()).toContain('Well');
    expect(screen.getByText('Copied.')).toBeInTheDocument();
  });

  it('lets the window close only after the save that is under way', async () => {
    const keeper = answerKeeper(QUESTION);
    const disk = pendingAnswers();
    const { api } = await drawAnswer(keeper, async (input) => {
      await disk.hold();
      return keeper.save(input);
    });
    await writeAtOnce(field(), 'Well');
    let mayClose: boolean | undefined;
    await act(async () => {
      void api.close().then((answer) => {
        mayClose = answer;
      });
    });
    expect(mayClose).toBeUndefined();
    await act(async () => disk.release());
    expect(mayClose).toBe(true);
    expect(keeper.values('howAreWeDoing')).toEqual(['Well']);
  });

  it('shows every value of a conflict with its author, and settles it with the one taken', async () => {
    const keeper = answerKeeper(QUESTION);
    keeper.writeElsewhere('howAreWeDoing', 'One');
    keeper.writeElsewhere('howAreWeDoing', 'Two');
    await drawAnswer(keeper);
    expect(field()).toHaveValue('');
    expect(screen.getAllByText(/Co-ordinator/)).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: /number 2/ }));
    expect(keeper.values('howAreWeDoing')).toEqual(['Two']);
    expect(field()).toHaveValue('Two');
    expect(screen.queryByRole('region', { name: 'Not settled' })).toBeNull();
  });

  it('goes on showing the values to whoever writes their own, for as long as the focus is among them', async () => {
    const keeper = answerKeeper(QUESTION);
    keeper.writeElsewhere('howAreWeDoing', 'One');
    keeper.writeElsewhere('howAreWeDoing', 'Two');
    await drawAnswer(keeper);
    await userEvent.type(field(), 'Three');
    await userEvent.tab({ shift: true });
    const take = screen.getByRole('button', { name: /number 2/ });
    expect(take).toHaveFocus();
    expect(keeper.values('howAreWeDoing')).toEqual(['Three']);
    await userEvent.click(screen.getByText('One'));
    expect(screen.getByText('One')).toBeInTheDocument();
    await userEvent.click(take);
    expect(field()).toHaveFocus();
    expect(field()).toHaveValue('Two');
    expect(keeper.values('howAreWeDoing')).toEqual(['Two']);
    expect(screen.queryByRole('region', { name: 'Not settled' })).toBeNull();
  });

  it('lets go of the values of a conflict that was settled by writing once the focus is elsewhere', async () => {
    const keeper = answerKeeper(QUESTION);
    keeper.writeElsewhere('howAreWeDoing', 'One');
    keeper.writeElsewhere('howAreWeDoing', 'Two');
    await drawAnswer(keeper);
    await userEvent.type(field(), 'Three');
    await userEvent.tab();
    expect(screen.queryByRole('region', { name: 'Not settled' })).toBeNull();
  });

  it('withdraws the answer when the text is emptied', async () => {
    const keeper = answerKeeper(QUESTION);
    keeper.writeElsewhere('howAreWeDoing', 'One');
    await drawAnswer(keeper);
    await userEvent.clear(field());
    await userEvent.tab();
    expect(keeper.values('howAreWeDoing')).toEqual([null]);
  });
});
