import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { GradeSection } from '../../../../renderer/screens/walk/GradeSection.tsx';
import type { QualityIndicatorView } from '../../../../shared/api/views/walkView.ts';
import { gradeIdentity } from '../../../../shared/domain/entityIdentity.ts';
import { aLiveValue, anEntityView, aWorkbookView } from '../../support/aWorkbookView.ts';
import { pendingAnswers } from '../../support/pendingAnswers.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

const indicator = 'ci2016/6.2';
const identity = gradeIdentity(indicator, 'partnership');

async function open(live: Parameters<typeof anEntityView>[2] = {}) {
  const reading = pendingAnswers();
  const view: QualityIndicatorView = {
    qualityIndicatorId: indicator,
    grade: anEntityView('grade', identity, live),
    others: [],
    evidence: [],
    evidenceTotal: 0,
    strength: { level: 'none', advice: [] },
  };
  const api = scriptedApi({
    'read-workbook': () => aWorkbookView(),
    'read-quality-indicator': async () => {
      await reading.hold();
      return view;
    },
    'set-grade': ({ set }) => ({
      savedAt: '2026-10-03T14:02:00.000Z',
      entity: anEntityView('grade', identity, { grade: [aLiveValue(set.grade ?? null, 'r9')] }),
    }),
  });
  const { state } = await renderScreen(
    <GradeSection
      qualityIndicator={{
        id: indicator,
        number: '6.2',
        title: 'Planning',
        questions: [],
        grade: null,
        gradeConflict: false,
        status: 'to-do',
        evidence: 0,
        mine: false,
      }}
    />,
    { api },
  );
  const press = (key: string) => {
    const event = new KeyboardEvent('keydown', { key });
    act(() => void state.shortcuts.handle(event));
  };
  const answer = () => act(async () => reading.release());
  const edits = () => api.calls.filter(({ name }) => name === 'set-grade').map(({ input }) => input);
  return { press, answer, edits };
}

describe('a grade whose key is pressed before the line of six has been read', () => {
  it('is given as soon as the line is there', async () => {
    const { press, answer, edits } = await open();
    press('4');
    expect(edits()).toEqual([]);
    await answer();
    await waitFor(() => expect(edits()).toMatchObject([{ qualityIndicator: indicator, set: { grade: 4 } }]));
    expect(screen.getByText('6.2 graded 4 Good')).toBeInTheDocument();
  });

  it('does not settle a grade about which people differ: whoever pressed the key had not seen it', async () => {
    const { press, answer, edits } = await open({ grade: [aLiveValue(3, 'r1'), aLiveValue(5, 'r2')] });
    press('4');
    await answer();
    expect(screen.getByText('6.2 was not graded: its grade is not settled')).toBeInTheDocument();
    expect(edits()).toEqual([]);
  });
});
