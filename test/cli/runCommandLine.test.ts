import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import DatabaseConnection from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../electron/cli/runCommandLine.ts';
import { operationNames } from '../../shared/api/operationNames.ts';
import { savedSchema } from '../../shared/api/views/fieldView.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';

type Ran = { readonly status: number; readonly result: string; readonly message: string };

function place() {
  const root = temporaryFolder();
  const folder = path.join(root, 'workbook');
  const run = async (...words: readonly string[]): Promise<Ran> => {
    let result = '';
    let message = '';
    const status = await runCommandLine(words, {
      dataFolder: path.join(root, 'data'),
      result: (text) => (result += text),
      message: (text) => (message += text),
    });
    return { status, result, message };
  };
  const operations = (lines: readonly unknown[]): string => {
    const file = path.join(root, 'operations.ndjson');
    writeFileSync(
      file,
      lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    );
    return file;
  };
  const make = () =>
    run(
      'new',
      '--into',
      folder,
      '--partnership',
      'West Shire',
      '--round',
      '2026-27',
      '--author',
      'An officer',
    );
  return { root, folder, run, operations, make };
}

function replies(ran: Ran): { ok: boolean; error?: { code: string }; value?: unknown }[] {
  return ran.result
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const answer = {
  operation: 'write-answer',
  input: { question: 'app2026/q/6.2.1', set: { howAreWeDoing: 'Well' } },
};

describe('the command line', () => {
  it('makes a workbook, takes operations, and finds it sound', async () => {
    const { folder, run, operations, make } = place();
    const made = await make();
    expect(made).toMatchObject({ status: 0, message: '' });
    expect(JSON.parse(made.result)).toMatchObject({
      folder,
      partnership: 'West Shire',
      round: '2026-27',
      author: 'An officer',
    });
    const evidence = { operation: 'add-evidence', input: { set: { title: 'A survey' } } };
    const applied = await run(
      'apply',
      folder,
      '--operations',
      operations([evidence, '', { operation: 'read-overview', input: {} }]),
    );
    expect(applied.status).toBe(0);
    expect(replies(applied).map(({ ok }) => ok)).toEqual([true, true]);
    const verified = await run('verify', folder);
    expect(verified.status).toBe(0);
    expect(JSON.parse(verified.result)).toMatchObject({ sound: true, problems: [] });
    expect(existsSync(path.join(folder, 'workbook.sqlite-wal'))).toBe(false);
  });

  it('makes the example', async () => {
    const { root, run } = place();
    const { status, result } = await run('example', '--into', path.join(root, 'example'));
    expect(status).toBe(0);
    expect(JSON.parse(result).counts.evidence).toBeGreaterThan(50);
  });

  it('goes on after a refused line, answers each in its place, and says so by its exit status', async () => {
    const { folder, run, operations, make } = place();
    await make();
    const lines = [
      'not json',
      '[]',
      { operation: 'read-overview', input: {}, more: 1 },
      { operation: 'no-such-thing', input: {} },
      { operation: 'read-evidence', input: { evidence: 'nowhere' } },
      { operation: 'add-evidence', input: { set: { title: 'A survey' }, extra: true } },
      { operation: 'read-workbook' },
      { operation: 'add-evidence', input: { set: { title: 'A survey' } } },
    ];
    const ran = await run('apply', folder, '--operations', operations(lines));
    expect(ran.status).toBe(1);
    expect(replies(ran).map(({ ok, error }) => (ok ? 'ok' : error?.code))).toEqual([
      'invalid-input',
      'invalid-input',
      'invalid-input',
      'invalid-input',
      'not-found',
      'invalid-input',
      'ok',
      'ok',
    ]);
    expect(ran.message).toMatch(/2 carried out, 6 refused/);
  });

  it('attaches a file by its path, which a page may not', async () => {
    const { root, folder, run, operations, make } = place();
    await make();
    writeFileSync(path.join(root, 'letter.txt'), 'What the survey says');
    const added = await run(
      'apply',
      folder,
      '--operations',
      operations([{ operation: 'add-evidence', input: { set: { title: 'Survey' } } }]),
    );
    const [reply] = replies(added);
    const { entity } = savedSchema.parse(reply?.value);
    const attach = {
      operation: 'attach-from-path',
      input: { evidence: entity.entityId, path: path.join(root, 'letter.txt') },
    };
    expect((await run('apply', folder, '--operations', operations([attach]))).status).toBe(0);
    expect(readdirSync(path.join(folder, 'attachments'))).toHaveLength(1);
    const [stored = ''] = readdirSync(path.join(folder, 'attachments'));
    writeFileSync(path.join(folder, 'attachments', stored), 'changed');
    const verified = await run('verify', folder);
    expect(verified.status).toBe(1);
    expect(JSON.parse(verified.result)).toMatchObject({
      sound: false,
      problems: [`An attached file is not what was attached: attachments/${stored}`],
    });
  });

  it('says that a changed answer is not what was written', async () => {
    const { folder, run, operations, make } = place();
    await make();
    await run(
      'apply',
      folder,
      '--operations',
      operations([answer, { operation: 'add-evidence', input: { set: { title: 'A survey' } } }]),
    );
    const database = new DatabaseConnection(path.join(folder, 'workbook.sqlite'));
    database.exec("UPDATE change_record SET body = replace(body, 'A survey', 'B survey')");
    database.close();
    const verified = await run('verify', folder);
    expect(verified.status).toBe(1);
    expect(JSON.parse(verified.result).problems).toHaveLength(1);
    expect(verified.message).toContain('1 thing does not agree');
  });

  it('exports, prints the receipt, and does not write over a file without being told to', async () => {
    const { root, folder, run, make } = place();
    await make();
    const target = path.join(root, 'export.xlsx');
    const exported = await run('export', folder, '--to', target);
    expect(exported.status).toBe(0);
    expect(JSON.parse(exported.result)).toMatchObject({ path: target, fingerprint: expect.any(String) });
    expect(exported.message).toMatch(/100 % Done/);
    expect(existsSync(target)).toBe(true);
    expect(await run('export', folder, '--to', target)).toMatchObject({ status: 1, result: '' });
    expect((await run('export', folder, '--to', target, '--replace')).status).toBe(0);
  });

  it('prints every operation with its schemas', async () => {
    const { run } = place();
    const { status, result } = await run('operations');
    expect(status).toBe(0);
    const printed = JSON.parse(result) as { operation: string; input: object; output: object }[];
    expect(printed.map(({ operation }) => operation)).toEqual([...operationNames]);
    for (const { input, output } of printed)
      expect([input, output]).toEqual([
        expect.objectContaining({ $schema: expect.any(String) }),
        expect.objectContaining({ $schema: expect.any(String) }),
      ]);
  });

  it('refuses in a sentence on standard error, with nothing on standard output', async () => {
    const { root, folder, run, make } = place();
    await make();
    for (const words of [
      ['verify', path.join(root, 'nothing')],
      ['new', '--into', folder, '--partnership', 'P', '--round', 'R'],
      ['apply', folder, '--operations', path.join(root, 'none.ndjson')],
      ['apply', folder, '--operations', root],
    ]) {
      const ran = await run(...words);
      expect(ran).toMatchObject({ status: 1, result: '' });
      expect(ran.message).toMatch(/\. \([a-z-]+\)\n$/);
    }
  });

  it('shows how it is called when it is not understood', async () => {
    const { folder, run } = place();
    for (const words of [
      [],
      ['fly'],
      ['example'],
      ['example', '--into', ''],
      ['hand-over', folder, '--to', 'mine.cjpacket', '--partner', ''],
      ['verify', ''],
      ['new', '--into', folder, '--partnership', 'P'],
      ['verify'],
      ['verify', folder, 'again'],
      ['verify', folder, '--fast'],
      ['export', folder],
      ['operations', folder],
    ]) {
      const ran = await run(...words);
      expect(ran).toMatchObject({ status: 2, result: '' });
      expect(ran.message).toMatch(/npm run --silent workbook -- COMMAND/);
    }
    expect((await run('--help')).status).toBe(0);
  });
});
