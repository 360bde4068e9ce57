import { describe, expect, it } from 'vitest';

import { createDispatcher } from '../../electron/ipc/dispatcher.ts';
import { contract } from '../../shared/api/contract.ts';
import { operationNames } from '../../shared/api/operationNames.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { fakeLogger, fakeServices } from './fakeServices.ts';

const cyclic: Record<string, unknown> = {};
cyclic['again'] = cyclic;

const wrongInputs: readonly (readonly [name: string, input: unknown])[] = [
  ['text', 'text'],
  ['a number', 1],
  ['true', true],
  ['null', null],
  ['nothing', undefined],
  ['a list', []],
  ['an object that contains itself', cyclic],
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a big integer', 1n],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['bytes', new Uint8Array(4)],
  ['an infinite number in a field', { limit: Number.POSITIVE_INFINITY }],
  ['a field called __proto__', JSON.parse('{"__proto__":{"ok":true}}')],
  ['an unknown field', { surprise: 1 }],
];

function dispatcherWith(...args: Parameters<typeof fakeServices>) {
  const { services, calls } = fakeServices(...args);
  const { logger, lines } = fakeLogger();
  return { dispatch: createDispatcher(services, logger), calls, lines };
}

describe.each(operationNames)('the operation %s', (name) => {
  it.each(wrongInputs)('refuses %s before the service sees it', async (_kind, input) => {
    const { dispatch, calls } = dispatcherWith();
    expect(await dispatch(name, input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    expect(calls).toEqual([]);
  });

  it('refuses every field given with a value of the wrong type', async () => {
    const { dispatch, calls } = dispatcherWith();
    const fields = Object.keys(contract[name].input.shape);
    for (const field of fields) {
      const reply = await dispatch(name, { [field]: [[{ not: 'expected' }]] });
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    }
    expect(calls).toEqual([]);
  });

  it('refuses an input that lacks a field it must have', async () => {
    const { dispatch, calls } = dispatcherWith();
    const takesNothing = contract[name].input.safeParse({}).success;
    const reply = await dispatch(name, {});
    expect(reply.ok).toBe(takesNothing);
    expect(calls).toHaveLength(takesNothing ? 1 : 0);
  });
});

describe('the dispatcher', () => {
  it.each([
    '',
    'read-everything',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'READ-START',
    'read-start ',
  ])('refuses the unknown name “%s”', async (name) => {
    const { dispatch, calls } = dispatcherWith();
    expect(await dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(calls).toEqual([]);
  });

  it.each([undefined, null, 1, {}, ['read-start'], Symbol('read-start')])(
    'refuses a name that is not text',
    async (name) => {
      const { dispatch } = dispatcherWith();
      expect(await dispatch(name, {})).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      });
    },
  );

  it('hands the service the parsed input and answers what it answers', async () => {
    const { dispatch, calls } = dispatcherWith(() => ({ folder: null }));
    expect(await dispatch('choose-workbook', {})).toEqual({ ok: true, value: { folder: null } });
    await dispatch('create-workbook', { partnership: '  North  ', round: '2026-27', author: '' });
    expect(calls[1]?.input).toEqual({ partnership: 'North', round: '2026-27', author: '' });
  });

  it('refuses text longer than the whole contract needs, wherever it stands', async () => {
    const { dispatch, calls } = dispatcherWith();
    const reply = await dispatch('edit', {
      entity: 'answer',
      set: { text: 'x'.repeat(7_100_000) },
    });
    expect(reply).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('too long') },
    });
    expect(calls).toEqual([]);
  });

  it('refuses an input of too many parts and one nested too deeply', async () => {
    const { dispatch } = dispatcherWith();
    const many = await dispatch('edit', {
      entity: 'answer',
      set: {},
      seen: { text: Array(60_000).fill('a') },
    });
    expect(many).toMatchObject({ error: { message: expect.stringContaining('too many parts') } });
    let nested: unknown = 'x';
    for (let depth = 0; depth < 40; depth += 1) nested = [nested];
    expect(await dispatch('edit', nested)).toMatchObject({
      error: { message: expect.stringContaining('nested') },
    });
  });

  it('takes the longest input that the contract allows', async () => {
    const { dispatch } = dispatcherWith(() => ({ path: null }));
    expect(await dispatch('save-emergency-text', { text: 'x'.repeat(5_000_000) })).toMatchObject({
      ok: true,
    });
    const text = 'x'.repeat(2_000_000);
    const draft = {
      label: 'x'.repeat(4_000),
      way: 'combine',
      taken: 'x'.repeat(200_000),
      combined: text,
      combinedFrom: text,
      own: text,
      reason: 'x'.repeat(2_000),
      begunWith: 'x'.repeat(200_000),
    };
    const address = { entity: 'answer', entityId: 'ci2016/6.2/p1@partnership', field: 'howAreWeDoing' };
    expect(await dispatch('keep-settlement-draft', { ...address, draft })).toMatchObject({ ok: true });
  });

  it('withholds what a host does not offer', async () => {
    const { services, calls } = fakeServices();
    const dispatch = createDispatcher(services, fakeLogger().logger, {
      withheld: ['attach-from-path'],
    });
    const reply = await dispatch('attach-from-path', { evidence: 'a', path: '/etc/passwd' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-here' } });
    expect(calls).toEqual([]);
  });

  it('refuses to answer what the contract does not have, when asked to check', async () => {
    const { services } = fakeServices(() => ({ folder: 12 }));
    const { logger, lines } = fakeLogger();
    const dispatch = createDispatcher(services, logger, { checkOutput: true });
    expect(await dispatch('choose-workbook', {})).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
    expect(lines).toHaveLength(1);
  });
});

describe('a failing service', () => {
  it('answers a WorkbookError with its code and sentence, and logs the code alone', async () => {
    const { dispatch, lines } = dispatcherWith(() => {
      throw new WorkbookError('locked', 'The workbook in /home/someone is open elsewhere.');
    });
    expect(await dispatch('read-workbook', {})).toEqual({
      ok: false,
      error: { code: 'locked', message: 'The workbook in /home/someone is open elsewhere.' },
    });
    expect(lines).toEqual([{ message: 'read-workbook: locked', cause: undefined }]);
  });

  it('lets nothing of an unexpected error cross, and logs all of it', async () => {
    const secret = new Error("SELECT text FROM answer WHERE id = 'a' at /home/someone/workbook.sqlite");
    const { dispatch, lines } = dispatcherWith(() => {
      throw secret;
    });
    const reply = await dispatch('read-workbook', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toMatch(/SELECT|home|sqlite|Error|stack|\.ts/);
    expect(lines).toEqual([{ message: 'read-workbook: internal', cause: secret }]);
  });

  it.each([
    ['a rejected promise', () => Promise.reject(new Error('no'))],
    [
      'a thrown text',
      () => {
        throw 'no';
      },
    ],
  ])('answers %s as internal', async (_kind, answer) => {
    const { dispatch } = dispatcherWith(answer);
    expect(await dispatch('read-workbook', {})).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
  });
});
