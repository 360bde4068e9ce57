import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { accessibilityProblems, sidewaysOverflow } from './support/accessibility.ts';
import { LAPTOP_AT_200, LAPTOP_AT_400, openApp, type App } from './support/openApp.ts';

let app: App;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.stop());
beforeEach(() => app.newWorkbook());

describe('the overview', () => {
  it('shows answers, grades and gaps as they are recorded', async () => {
    await app.call('write-answer', {
      question: 'ci2016/6.2/p1',
      set: { howAreWeDoing: 'Reviewed in March.', status: 'in-progress' },
    });
    await app.call('set-grade', { qualityIndicator: 'ci2016/6.2', set: { grade: 5 } });
    await app.page.reload();
    const { page } = app;
    const row = page.getByRole('row', { name: /Planning and delivering services/ });
    await row.getByText('5 Very good').waitFor();
    await expect.poll(() => row.innerText()).toContain('1/');
    await page.getByRole('heading', { name: /Begun and not finished/ }).waitFor();
    await page.getByRole('link', { name: /6.2, question 1/ }).waitFor();
    await page.getByText('Graded 5 with no evidence.').waitFor();
    await page.getByText('No evidence is linked yet.').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('leads on to a quality indicator’s grade', async () => {
    await app.page.reload();
    await app.page.getByRole('link', { name: 'Impact on victims' }).click();
    await app.page.getByRole('heading', { level: 1, name: '2.2 Impact on victims' }).waitFor();
    await expect.poll(() => app.page.title()).toContain('2.2 Impact on victims');
  });

  it('has nothing that axe finds at 200 % and 400 %, and nobody scrolls sideways', async () => {
    for (const viewport of [LAPTOP_AT_200, LAPTOP_AT_400]) {
      const page = await app.openWindow({ viewport });
      await page.getByRole('heading', { name: 'Gaps in evidence' }).waitFor();
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.context().close();
    }
    expect(app.complaints).toEqual([]);
  });

  it('changes the voice and shows the other voices’ progress', async () => {
    await app.call('write-answer', { question: 'ci2016/6.2/p1', set: { howAreWeDoing: 'Agreed.' } });
    await app.page.reload();
    await app.page.getByRole('button', { name: /Change whom this copy speaks for/ }).click();
    await app.page.getByRole('dialog').getByText('Police Scotland', { exact: true }).click();
    await app.page.getByRole('button', { name: 'Speak for the one chosen' }).click();
    const voices = app.page.getByRole('table').filter({ hasText: 'Voice' });
    await expect.poll(() => voices.innerText()).toMatch(/partnership\s+1\s+0/i);
    await app.page.getByRole('button', { name: /Police Scotland/ }).waitFor();
  });
});
