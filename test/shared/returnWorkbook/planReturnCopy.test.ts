import { expect, it } from 'vitest';
import { planReturnCopy } from '../../../shared/domain/returnWorkbook/planReturnCopy.ts';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';

it('an outcome that nobody is asked about is shown by its name in a workbook to fill in, and is locked', () => {
  const { sheets } = planReturnCopy({
    file: 'f'.repeat(32),
    workbook: 'workbook-1',
    partnership: 'West Shire',
    round: '2026-27',
    marking: '',
    voice: 'partnership',
    voiceName: 'The partnership',
    madeAt: '2026-11-02T09:00:00.000Z',
    app: '0.1.0',
    catalogue: shippedCatalogue,
    qualityIndicators: ['ci2016/6.2'],
    outcomes: null,
    stateOf: () => ({}),
    evidence: [],
    actions: ['wd2017/local-1', 'elsewhere/1'].map((outcome) => ({
      id: outcome,
      state: {
        title: [['a', 'Train staff']],
        outcome: [['b', outcome]],
        qualityIndicator: [['c', 'ci2016/1.1']],
      },
    })),
  });
  const [known, unknown] = sheets.find(({ key }) => key === 'actions')?.rows ?? [];
  expect(known?.cells.slice(-2)).toEqual([
    { shown: expect.stringMatching(/^1\.1 Improving the life chances/), records: null },
    { shown: expect.stringMatching(/^Local 1: \S/), records: null },
  ]);
  expect(unknown?.cells.at(-1)).toEqual({ shown: 'elsewhere/1', records: null });
});
