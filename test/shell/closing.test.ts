import { describe, expect, it, vi } from 'vitest';

import { type ClosingSteps, createClosing } from '../../electron/shell/closing.ts';

function closingWith(changed: Partial<ClosingSteps> = {}) {
  const order: string[] = [];
  const note = <Value>(name: string, value: Value) =>
    vi.fn(() => {
      order.push(name);
      return Promise.resolve(value);
    });
  const steps = {
    makeWay: vi.fn(() => Promise.resolve()),
    flushPage: note('flush', 'saved' as const),
    closeAnyway: note('ask', false),
    shutdown: note('shutdown', undefined),
    reportFailure: vi.fn(),
    end: vi.fn(() => void order.push('end')),
    ...changed,
  };
  return { order, steps, closing: createClosing(steps) };
}

describe('closing the program', () => {
  it('saves what is on the screen, then closes the workbook, then ends', async () => {
    const { order, closing } = closingWith();
    expect(closing.isFinished()).toBe(false);
    await closing.request();
    expect(order).toEqual(['flush', 'shutdown', 'end']);
    expect(closing.isFinished()).toBe(true);
  });

  it('stops what keeps the workbook to itself before the page saves, and saves also when that fails', async () => {
    const { order, steps, closing } = closingWith({
      makeWay: () => {
        order.push('make way');
        return Promise.reject(new Error('no core'));
      },
    });
    await closing.request();
    expect(order).toEqual(['make way', 'flush', 'shutdown', 'end']);
    expect(steps.reportFailure).toHaveBeenCalledOnce();
  });

  it.each(['not-saved', 'passphrase-shown', 'no-answer'] as const)(
    'stays open when the page says %s and the person goes back',
    async (answer) => {
      const { order, steps, closing } = closingWith({ flushPage: () => Promise.resolve(answer) });
      await closing.request();
      expect(steps.closeAnyway).toHaveBeenCalledWith(answer);
      expect(order).toEqual(['ask']);
      expect(closing.isFinished()).toBe(false);
    },
  );

  it('can be asked for again after it stayed open', async () => {
    let answer: 'saved' | 'not-saved' = 'not-saved';
    const { order, closing } = closingWith({ flushPage: () => Promise.resolve(answer) });
    await closing.request();
    answer = 'saved';
    await closing.request();
    expect(order).toEqual(['ask', 'shutdown', 'end']);
  });

  it('closes without saving when the person says so', async () => {
    const { order, closing } = closingWith({
      flushPage: () => Promise.resolve('not-saved'),
      closeAnyway: () => Promise.resolve(true),
    });
    await closing.request();
    expect(order).toEqual(['shutdown', 'end']);
  });

  it('happens once, however often it is asked for', async () => {
    const { order, closing } = closingWith();
    await Promise.all([closing.request(), closing.request(), closing.requestUnattended()]);
    expect(order).toEqual(['flush', 'shutdown', 'end']);
  });

  it('asks nobody when the computer is shutting down', async () => {
    const { order, steps, closing } = closingWith({ flushPage: () => Promise.resolve('no-answer') });
    await closing.requestUnattended();
    expect(steps.closeAnyway).not.toHaveBeenCalled();
    expect(order).toEqual(['shutdown', 'end']);
  });

  it('ends also when the workbook does not close, and reports that', async () => {
    const cause = new Error('disk gone');
    const { order, steps, closing } = closingWith({ shutdown: () => Promise.reject(cause) });
    await closing.request();
    expect(steps.reportFailure).toHaveBeenCalledWith(cause);
    expect(order).toEqual(['flush', 'end']);
  });
});
