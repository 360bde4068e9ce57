import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { OverviewScreen } from '../../../../renderer/screens/overview/OverviewScreen.tsx';
import type { OverviewView } from '../../../../shared/api/views/walkView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

async function open(
  given: { readonly records: number; readonly notHandedOver: number },
  conflicts = 0,
  evidence = 138,
  keyQuestions: OverviewView['keyQuestions'] = [],
) {
  const api = scriptedApi({
    'read-overview': () => ({
      answered: 8,
      questions: 87,
      graded: 2,
      qualityIndicators: 22,
      keyQuestions,
      voices: [],
      unfinished: [],
      gaps: [],
      worthALook: [],
      conflicts,
      evidence,
    }),
  });
  const counts = { ...given, evidence, conflicts, deferred: 0 };
  await renderScreen(<OverviewScreen />, { api, workbook: { counts } });
}

describe('the overview', () => {
  it('says how many changes nobody else has been given, and leads to handing them over', async () => {
    await open({ records: 40, notHandedOver: 12 });
    expect(screen.getByText(/Not yet handed over: 12 changes\./)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Hand over' })).toHaveAttribute('href', '#/share/hand-over');
  });

  it('says that everything is handed over, without asking for more', async () => {
    await open({ records: 40, notHandedOver: 0 });
    expect(screen.getByText('Everything here has been handed over.')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Hand over' })).not.toBeInTheDocument();
  });

  it('says how many texts of the frameworks are not verified, and leads to them', async () => {
    await open({ records: 0, notHandedOver: 0 });
    expect(screen.getByText(/^\d+ texts of the frameworks are not verified\./)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Check them against your copy' })).toHaveAttribute(
      'href',
      '#/frameworks',
    );
  });

  it('speaks of nothing to hand over before anything is written', async () => {
    await open({ records: 0, notHandedOver: 0 });
    expect(screen.queryByText(/handed over/)).not.toBeInTheDocument();
  });

  it('counts one piece of evidence as one', async () => {
    await open({ records: 1, notHandedOver: 0 }, 0, 1);
    expect(screen.getByText('1').parentElement).toHaveTextContent(/^1 piece of evidence$/);
  });

  it('says of each quality indicator how many pieces of evidence it has', async () => {
    await open({ records: 1, notHandedOver: 0 }, 0, 138, [
      {
        id: 'ci2016/6',
        title: 'Management',
        answered: 1,
        questions: 4,
        grades: [
          {
            qualityIndicatorId: 'ci2016/6.2',
            number: '6.2',
            title: 'Planning',
            grade: 4,
            status: 'in-progress',
            answered: 1,
            questions: 4,
            evidence: 3,
            conflict: false,
          },
        ],
      },
    ]);
    expect(screen.getByRole('cell', { name: '3' })).toBeInTheDocument();
  });

  it('leads to what is not settled', async () => {
    await open({ records: 40, notHandedOver: 0 }, 3);
    expect(screen.getByRole('link', { name: '3 fields not settled' })).toHaveAttribute(
      'href',
      '#/bring-together/to-settle',
    );
  });
});
