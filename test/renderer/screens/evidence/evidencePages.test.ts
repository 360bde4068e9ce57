import { describe, expect, it } from 'vitest';
import {
  createEvidencePages,
  type EvidenceList,
  PAGE_ROWS,
} from '../../../../renderer/screens/evidence/evidencePages.ts';
import type { WorkbookClient } from '../../../../shared/api/client.ts';
import type { EvidencePage, EvidenceRow } from '../../../../shared/api/views/evidenceView.ts';

function rowNamed(id: string): EvidenceRow {
  return {
    id,
    title: id,
    kind: null,
    date: null,
    period: null,
    source: null,
    partnerName: null,
    attachments: 0,
    usedIn: 0,
    conflict: false,
    standsFor: 0,
    changedAt: '',
  };
}

type Request = {
  readonly offset: number;
  readonly text: string | undefined;
  readonly answer: (total?: number) => Promise<void>;
  readonly fail: () => Promise<void>;
};

function fakeRegister() {
  const requests: Request[] = [];
  const lists: EvidenceList[] = [];
  const call = ((_name: string, input: { offset: number; filter: { text?: string } }) =>
    new Promise<EvidencePage>((resolve, reject) => {
      const settled = (): Promise<void> => new Promise((done) => setTimeout(done));
      requests.push({
        offset: input.offset,
        text: input.filter.text,
        answer: (total = 100_000) => {
          const rows = Array.from({ length: PAGE_ROWS }, (_, index) =>
            rowNamed(`${input.filter.text ?? ''}${input.offset + index}`),
          );
          resolve({ total, all: 100_000, rows });
          return settled();
        },
        fail: () => {
          reject(new Error('no'));
          return settled();
        },
      });
    })) as WorkbookClient['call']; // Only list-evidence is called here.
  const pages = createEvidencePages({ call }, (list) => lists.push(list));
  const ask = (text?: string) =>
    pages.ask({ filter: text === undefined ? {} : { text }, sort: 'title', descending: false });
  return { pages, requests, ask, last: () => lists.at(-1) };
}

describe("the register's pages", () => {
  it('asks for the rows that somebody looks at and no others', async () => {
    const register = fakeRegister();
    register.ask();
    await register.requests[0]?.answer();
    register.pages.look(50_010, 50_040);
    await register.requests[1]?.answer();
    expect(register.requests.map(({ offset }) => offset)).toEqual([0, 50_000]);
    expect(register.last()?.rowAt(50_020)?.id).toBe('50020');
    expect(register.last()?.rowAt(49_000)).toBeUndefined();
  });

  it('skips what the scroll bar flew over while a request was under way', async () => {
    const register = fakeRegister();
    register.ask();
    await register.requests[0]?.answer();
    for (let row = 1_000; row <= 90_000; row += 1_000) register.pages.look(row, row + 20);
    await register.requests[1]?.answer();
    expect(register.requests.map(({ offset }) => offset)).toEqual([0, 1_000, 90_000]);
  });

  it('drops the reply to words that have been typed on', async () => {
    const register = fakeRegister();
    register.ask('p');
    register.ask('pl');
    await register.requests[1]?.answer(7);
    await register.requests[0]?.answer(900);
    expect(register.last()?.total).toBe(7);
    expect(register.last()?.rowAt(0)?.id).toBe('pl0');
  });

  it('keeps the old rows, marked as old, until the new ones are there', async () => {
    const register = fakeRegister();
    register.ask('a');
    await register.requests[0]?.answer();
    register.ask('b');
    expect(register.last()).toMatchObject({ isStale: true });
    expect(register.last()?.rowAt(3)?.id).toBe('a3');
    await register.requests[1]?.answer(1);
    expect(register.last()).toMatchObject({ isStale: false, total: 1 });
    expect(register.last()?.rowAt(3)?.id).toBe('b3');
  });

  it('stops at a failure, says so, and asks again when told to', async () => {
    const register = fakeRegister();
    register.ask();
    await register.requests[0]?.fail();
    expect(register.last()?.problem).toBeInstanceOf(Error);
    register.pages.look(0, 10);
    expect(register.requests).toHaveLength(1);
    register.pages.retry();
    await register.requests[1]?.answer();
    expect(register.last()).toMatchObject({ problem: null, total: 100_000 });
  });
});
