import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { accessibilityProblems, sidewaysOverflow } from './support/accessibility.ts';
import { LAPTOP_AT_200, LAPTOP_AT_400, openApp, type App } from './support/openApp.ts';
import { answerOnDisk, doingField, INDICATOR, QUESTION, openStop, savedWords } from './support/walk.ts';

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
});
afterAll(() => app.stop());
// A workbook of its own for each test; the program and its window are shared.
beforeEach(() => app.newWorkbook());

const doing = () => doingField(page);
const saved = () => savedWords(page);
const onDisk = (question: string, field: string) => answerOnDisk(app, question, field);

async function gradeOnDisk(): Promise<unknown> {
  const { grade } = await app.call('read-quality-indicator', { qualityIndicator: INDICATOR });
  return grade.fields['grade']?.live.map(({ value }) => value);
}

describe('the walk by keyboard alone', () => {
  it('jumps to a question, answers it, grades with one key and moves on with another', async () => {
    await page.keyboard.press('g');
    await page.getByRole('combobox', { name: 'Number or words' }).waitFor();
    await page.keyboard.type('6.2');
    await page.getByRole('option', { name: /^6.2, question 1/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'The progress made on strategic planning' }).waitFor();
    await tabTo('How are we doing?');
    await page.keyboard.type('The plan was reviewed in March, 5 of 6 actions are done.');
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByText('Question 2 of').waitFor();
    await expect.poll(focusedElement).toBe('H1');
    // The line of six is read on its own, and takes keys once it is there.
    await page.getByRole('radio').first().waitFor();
    await page.keyboard.press('4');
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByText('Question 3 of').waitFor();
    await expect.poll(saved).toMatch(/^Saved \d\d:\d\d$/);
    await expect
      .poll(() => onDisk(QUESTION, 'howAreWeDoing'))
      .toBe('The plan was reviewed in March, 5 of 6 actions are done.');
    await expect.poll(gradeOnDisk).toEqual([4]);
  });

  it('opens and closes every sheet, and gives the focus back', async () => {
    await openStop(page, QUESTION);
    for (const [key, name] of [
      ['?', /keys/i],
      ['Control+k', /search/i],
      ['g', /jump/i],
      ['e', /evidence/i],
      ['l', /link/i],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('dialog', { name }).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(focusedElement).toBe('H1');
    }
  });

  it('takes letters and digits typed into a text as text', async () => {
    await openStop(page, QUESTION);
    await doing().click();
    await page.keyboard.type('g 4 0 n e l ? f');
    expect(await doing().inputValue()).toBe('g 4 0 n e l ? f');
    expect(await page.getByRole('dialog').count()).toBe(0);
    // By then a grade would be as well.
    await expect.poll(() => onDisk(QUESTION, 'howAreWeDoing')).toBe('g 4 0 n e l ? f');
    expect(await gradeOnDisk()).toBeUndefined();
  });

  it('undoes and redoes a grade', async () => {
    await openStop(page, QUESTION);
    await page.keyboard.press('5');
    await expect.poll(gradeOnDisk).toEqual([5]);
    await page.keyboard.press('Control+z');
    await expect.poll(gradeOnDisk).toEqual([null]);
    await page.keyboard.press('Control+y');
    await expect.poll(gradeOnDisk).toEqual([5]);
  });
});

describe('what the walk shows', () => {
  it('shows every value of a field in conflict with its author, and settles it with the one taken', async () => {
    for (const text of ['One reading.', 'Another reading.']) {
      await app.call('write-answer', {
        question: QUESTION,
        set: { howAreWeDoing: text },
        seen: { howAreWeDoing: [] },
      });
    }
    await openStop(page, QUESTION);
    const conflict = page.getByRole('region', { name: 'Not settled' });
    await conflict.getByText('One reading.').waitFor();
    await expect.poll(() => conflict.getByText('Co-ordinator').count()).toBe(2);
    expect(await accessibilityProblems(page)).toEqual([]);
    await conflict.getByRole('listitem').filter({ hasText: 'Another reading.' }).getByRole('button').click();
    await conflict.waitFor({ state: 'detached' });
    await expect.poll(() => doing().inputValue()).toBe('Another reading.');
    const { answer } = await app.call('read-question', { question: QUESTION });
    expect(answer.conflicts).toEqual([]);
  });

  it.each(['howAreWeDoing', 'whatNext'] as const)(
    'lays nothing over the values of a text in conflict: %s',
    async (field) => {
      for (let value = 0; value < 3; value += 1) {
        const text = `Value ${value}. ${'What ten partners did about it in the year. '.repeat(12)}`;
        await app.call('write-answer', { question: QUESTION, set: { [field]: text }, seen: { [field]: [] } });
      }
      await openStop(page, QUESTION);
      await page.getByRole('button', { name: /^Take this value, number 3/ }).waitFor();
      const columns = page.locator('.answer > .saved-text');
      const [upper, lower] = [columns.first(), columns.last()];
      const lastWritten = await upper.locator('textarea').boundingBox();
      const nextLabel = await lower.locator('label').boundingBox();
      expect(lastWritten).not.toBeNull();
      expect((lastWritten?.y ?? 0) + (lastWritten?.height ?? 0)).toBeLessThanOrEqual(nextLabel?.y ?? 0);
    },
  );

  it('keeps every value in view while somebody writes their own', async () => {
    for (const text of ['One reading.', 'Another reading.']) {
      await app.call('write-answer', {
        question: QUESTION,
        set: { howAreWeDoing: text },
        seen: { howAreWeDoing: [] },
      });
    }
    await openStop(page, QUESTION);
    await doing().pressSequentially('Both are right.');
    await expect.poll(saved).toMatch(/^Saved/);
    await page.waitForTimeout(800);
    expect(await page.getByText('One reading.').count()).toBe(1);
    await doing().blur();
    await page.getByRole('region', { name: 'Not settled' }).waitFor({ state: 'detached' });
    const { answer } = await app.call('read-question', { question: QUESTION });
    expect(answer.fields['howAreWeDoing']?.live.map(({ value }) => value)).toEqual(['Both are right.']);
  });

  it('opens another voice’s answer beside one’s own and never changes it', async () => {
    const voice = 'partner/police-scotland';
    await app.call('write-answer', { question: QUESTION, voice, set: { howAreWeDoing: 'Theirs.' } });
    await openStop(page, QUESTION);
    await page.getByText('Police Scotland').first().click();
    await page.getByText('Theirs.').waitFor();
    await doing().fill('Ours.');
    await expect.poll(() => onDisk(QUESTION, 'howAreWeDoing')).toBe('Ours.');
    const { others } = await app.call('read-question', { question: QUESTION });
    expect(others[0]?.entity.fields['howAreWeDoing']?.live[0]?.value).toBe('Theirs.');
  });

  it('never lets the focus fall to nothing when a button goes with what it did', async () => {
    const linkTo = [{ kind: 'question' as const, id: QUESTION }];
    await app.call('add-evidence', { set: { title: 'Minutes' }, links: linkTo });
    for (const grade of [3, 5] as const) {
      await app.call('set-grade', { qualityIndicator: INDICATOR, set: { grade }, seen: { grade: [] } });
    }
    await openStop(page, QUESTION);
    await page.getByRole('button', { name: 'Unlink Minutes' }).press('Enter');
    await page.getByText('Nothing linked yet.').waitFor();
    await expect.poll(focusedElement).toBe('H2');
    await page.getByRole('button', { name: /^Undo/ }).press('Enter');
    await page.getByRole('link', { name: 'Minutes' }).waitFor();
    await expect.poll(focusedElement).toBe('BUTTON');
    await openStop(page, INDICATOR);
    await page.getByRole('button', { name: 'Take this value, number 1' }).press('Enter');
    await page.getByRole('button', { name: 'Take the grade away' }).press('Enter');
    await page.getByRole('button', { name: 'Take the grade away' }).waitFor({ state: 'detached' });
    await expect.poll(focusedElement).toBe('INPUT');
  });

  it('filters the outline, and previous and next keep to the filter', async () => {
    await app.call('write-answer', { question: QUESTION, set: { howAreWeDoing: 'Done.' } });
    await openStop(page, QUESTION);
    await page.keyboard.press('f');
    await page.getByRole('combobox', { name: 'Show' }).selectOption('Ready for review');
    await page.getByText('Nothing in the framework passes this filter.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.getByRole('searchbox', { name: 'Containing text' }).fill('collaborative work across');
    await page.getByText('1 question shown').waitFor();
    await page.getByRole('button', { name: /^Next/ }).click();
    await page.getByRole('heading', { level: 1, name: /collaborative work across/ }).waitFor();
  });

  it('warns of a text that looks as if it named somebody, and saves it all the same', async () => {
    await openStop(page, QUESTION);
    await doing().fill('Born on 12 March 1985.');
    await page.getByText('This looks like somebody’s date of birth.').waitFor();
    await expect.poll(() => onDisk(QUESTION, 'howAreWeDoing')).toBe('Born on 12 March 1985.');
  });

  it('takes a file that is dropped on a question', async () => {
    await openStop(page, QUESTION);
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['minutes'], 'Minutes of May.txt', { type: 'text/plain' }));
      return data;
    });
    await page.locator('.stop').dispatchEvent('drop', { dataTransfer: transfer });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Minutes of May.txt').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('moves nothing when the definition of another grade is read, on the laptop that it is made for', async () => {
    await openStop(page, QUESTION);
    const grade = page.getByRole('region', { name: 'Grade of 6.2' });
    const heights = new Set<number | undefined>([(await grade.boundingBox())?.height]);
    for (const point of await grade.locator('.grade-point').all()) {
      await point.hover();
      heights.add((await grade.boundingBox())?.height);
    }
    expect(heights.size).toBe(1);
  });

  it('has question, answer and grade in view together on a 1366 × 768 laptop', async () => {
    await openStop(page, QUESTION);
    // Read on its own, and everything has its place once it is there.
    await page.getByRole('radio', { name: /Excellent/ }).waitFor();
    for (const part of [
      page.getByRole('heading', { level: 1 }),
      doing(),
      page.getByLabel('How do we know?'),
      page.getByLabel('What are we going to do next?'),
      page.getByRole('button', { name: 'Add evidence' }),
      page.getByRole('radio', { name: /Excellent/ }),
    ]) {
      const box = await part.boundingBox();
      expect(box).not.toBeNull();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(768);
    }
  });

  it('has nothing that axe finds at any size or in forced colours, and nobody scrolls sideways', async () => {
    await app.call('set-grade', { qualityIndicator: INDICATOR, set: { grade: 4 } });
    for (const options of [
      {},
      { viewport: LAPTOP_AT_200 },
      { viewport: LAPTOP_AT_400 },
      { forcedColors: 'active' as const },
    ]) {
      const window = await app.openWindow(options);
      for (const stop of [QUESTION, INDICATOR]) {
        await openStop(window, stop);
        await window.getByRole('radio', { name: /Excellent/ }).waitFor({ state: 'attached' });
        expect(await sidewaysOverflow(window)).toBe(0);
        expect(await accessibilityProblems(window)).toEqual([]);
      }
      await window.context().close();
    }
    expect(app.complaints).toEqual([]);
  });
});

function focusedElement(): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.tagName);
}

async function tabTo(label: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const isThere = await page.getByLabel(label).evaluate((field) => field === document.activeElement);
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${label} was not reached with the Tab key`);
}
