import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { OverviewScreen } from '../../../../renderer/screens/overview/OverviewScreen.tsx';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

async function open(given: { readonly records: number; readonly notHandedOver: number }, conflicts = 0) {
  const api = scriptedApi({
    'read-overview': () => ({
      answered: 8,
      questions: 87,
      graded: 2,
      qualityIndicators: 22,
      keyQuestions: [],
      voices: [],
      unfinished: [],
      gaps: [],
      worthALook: [],
      conflicts,
      evidence: 138,
    }),
  });
  const counts = { ...given, evidence: 138, conflicts, deferred: 0 };
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

  it('speaks of nothing to hand over before anything is written', async () => {
    await open({ records: 0, notHandedOver: 0 });
    expect(screen.queryByText(/handed over/)).not.toBeInTheDocument();
  });

  it('leads to what is not settled', async () => {
    await open({ records: 40, notHandedOver: 0 }, 3);
    expect(screen.getByRole('link', { name: '3 fields not settled' })).toHaveAttribute(
      'href',
      '#/bring-together/to-settle',
    );
  });
});
