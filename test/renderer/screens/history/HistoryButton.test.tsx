import '../../support/nativeDialog.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { WorkbookSettings } from '../../../../renderer/screens/settings/WorkbookSettings.tsx';
import { EvidenceActionsContext } from '../../../../renderer/screens/walk/evidenceActions.ts';
import { GradeFields } from '../../../../renderer/screens/walk/GradeFields.tsx';
import { QuestionFields } from '../../../../renderer/screens/walk/QuestionFields.tsx';
import { answerIdentity, gradeIdentity } from '../../../../shared/domain/entityIdentity.ts';
import { aHistoryEntry } from '../../support/aHistoryEntry.ts';
import { anEntityView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

const evidence = { evidence: [], evidenceTotal: 0, others: [] };
const answer = answerIdentity('ci2016/6.2/p1', 'partnership');
const grade = gradeIdentity('ci2016/6.2', 'partnership');

const places: readonly (readonly [title: string, of: object, screen: ReactNode])[] = [
  [
    'History of the answer to 6.2, question 1',
    { entity: 'answer', entityId: answer },
    <QuestionFields
      key="answer"
      name="6.2, question 1"
      status="to-do"
      view={{
        ...evidence,
        questionId: 'ci2016/6.2/p1',
        qualityIndicatorId: 'ci2016/6.2',
        answer: anEntityView('answer', answer),
      }}
    />,
  ],
  [
    'History of the grade of 6.2',
    { entity: 'grade', entityId: grade },
    <GradeFields
      key="grade"
      number="6.2"
      takeEarly={() => null}
      status="to-do"
      view={{
        ...evidence,
        qualityIndicatorId: 'ci2016/6.2',
        grade: anEntityView('grade', grade),
        strength: { level: 'none', advice: [] },
      }}
    />,
  ],
  [
    'History of what is set for this workbook',
    { entity: 'workbook', entityId: 'workbook' },
    <WorkbookSettings key="workbook" />,
  ],
];

it.each(places)('opens from where the thing is written: %s', async (title, of, place) => {
  const api = scriptedApi({
    'read-history': () => ({ entries: [aHistoryEntry('r1', 'note', 'As it was', false)], next: null }),
  });
  const actions = { add: () => undefined, link: () => undefined };
  await renderScreen(
    <EvidenceActionsContext.Provider value={actions}>{place}</EvidenceActionsContext.Provider>,
    { api },
  );
  await userEvent.click(await screen.findByRole('button', { name: new RegExp(title.replace(' ', ' ?')) }));
  const dialog = within(screen.getByRole('dialog', { name: title }));
  expect(await dialog.findByText('As it was')).toBeInTheDocument();
  expect(dialog.getByRole('button', { name: /^Bring this value back/ })).toBeInTheDocument();
  expect(api.calls).toContainEqual({ name: 'read-history', input: { ...of, limit: 50 } });
});
