import { describe, expect, it, vi } from 'vitest';
import { askAhead } from '../../../renderer/api/askAhead.ts';
import { operationNames } from '../../../shared/api/operationNames.ts';
import type { WorkbookApi } from '../../../shared/api/workbookApi.ts';

/** An api that notes what it is asked, and answers each time with another number. */
function noting() {
  const asked: string[] = [];
  const operations = Object.fromEntries(
    operationNames.map((name) => [
      name,
      () => {
        asked.push(name);
        return Promise.resolve({ ok: true, value: asked.length });
      },
    ]),
  );
  // What it answers is no view of a workbook, which askAhead never looks into.
  const api = { operations, onBeforeClose: vi.fn<() => () => void>() } as unknown as WorkbookApi;
  return { api, asked };
}

describe('asking ahead', () => {
  it('asks for what the first screen needs before anybody does, and answers it once', async () => {
    const { api, asked } = noting();
    const { operations } = askAhead(api);
    expect(asked).toEqual(['read-workbook', 'read-catalogue', 'read-overview']);
    expect(await operations['read-workbook']({})).toEqual({ ok: true, value: 1 });
    expect(await operations['read-overview']({})).toEqual({ ok: true, value: 3 });
    expect(asked).toHaveLength(3);
    expect(await operations['read-overview']({})).toEqual({ ok: true, value: 4 });
  });

  it('forgets what it knows as soon as anything else is asked', async () => {
    const { api, asked } = noting();
    const { operations } = askAhead(api);
    await operations.undo({});
    expect(await operations['read-workbook']({})).toEqual({ ok: true, value: 5 });
    expect(asked.slice(3)).toEqual(['undo', 'read-workbook']);
  });
});
