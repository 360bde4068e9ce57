import { describe, expect, it } from 'vitest';
import { runningServices } from '../builders/runningWorkbook.ts';
import { allowedFromPage, pathsInContract, refusedFromPage } from '../builders/pathsFromPage.ts';

describe('a path that a page names itself', () => {
  it('is either refused or allowed for a reason, whatever operation has a field for one', () => {
    const judged = [...Object.keys(refusedFromPage), ...Object.keys(allowedFromPage)];
    expect(pathsInContract().toSorted()).toEqual(judged.toSorted());
  });

  it.each(Object.entries(refusedFromPage))(
    'is refused where there are dialogs: %s',
    async (_field, asked) => {
      for (const isOpen of [false, true]) {
        const running = runningServices({ host: 'electron' });
        if (isOpen)
          await running.call('create-workbook', { partnership: 'North', round: '2026-27', author: '' });
        const refused = expect(running.call(asked.name, asked.input)).rejects;
        // Without a workbook, that there is none may be said first.
        await (isOpen
          ? refused.toMatchObject({ code: 'not-here' })
          : refused.toMatchObject({ code: expect.stringMatching(/^(not-here|no-workbook)$/) }));
        await running.shutdown();
      }
    },
  );
});
