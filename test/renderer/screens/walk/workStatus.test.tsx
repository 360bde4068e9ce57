import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { EvidenceActionsContext } from '../../../../renderer/screens/walk/evidenceActions.ts';
import { QuestionFields } from '../../../../renderer/screens/walk/QuestionFields.tsx';
import type { WorkStatus } from '../../../../shared/domain/gradeScale.ts';
import { answerIdentity } from '../../../../shared/domain/entityIdentity.ts';
import { aLiveValue, anEntityView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

async function draw(live: Parameters<typeof anEntityView>[2], status: WorkStatus) {
  const answer = anEntityView('answer', answerIdentity('ci2016/6.2/p1', 'partnership'), live);
  await renderScreen(
    <EvidenceActionsContext.Provider value={{ add: () => undefined, link: () => undefined }}>
      <QuestionFields
        name="6.2, question 1"
        status={status}
        view={{
          questionId: 'ci2016/6.2/p1',
          qualityIndicatorId: 'ci2016/6.2',
          answer,
          others: [],
          evidence: [],
          evidenceTotal: 0,
        }}
      />
    </EvidenceActionsContext.Provider>,
    { api: scriptedApi({}) },
  );
  return screen.getByLabelText('Work on this answer');
}

it('of what is written and was given none is the one that the outline and the overview show', async () => {
  const written = { howAreWeDoing: [aLiveValue('Well', 'r1')] };
  expect(await draw(written, 'in-progress')).toHaveDisplayValue('In progress');
});

it('is not settled while people differ about it', async () => {
  const differing = { status: [aLiveValue('agreed', 'r1'), aLiveValue('to-do', 'r2')] };
  expect(await draw(differing, 'to-do')).toHaveDisplayValue('Not settled');
});
