import { expect, test } from 'vitest';

import { executable, unpackedFolder } from './packagedFolder.ts';
import { startPackagedProgram, until } from './packagedProgram.ts';

/** An expression that calls an operation as the page does and gives its reply's value, or throws its refusal. */
function call(operation: string, input: object): string {
  return `window.workbookHost.operations[${JSON.stringify(operation)}](${JSON.stringify(input)}).then((reply) => {
    if (reply.ok) return reply.value;
    throw new Error(reply.error.code + ': ' + reply.error.message);
  })`;
}

test('its parts work from inside the archive: the example, the database, and the threads of long work', async () => {
  const program = await startPackagedProgram(unpackedFolder, executable);
  const { page } = program;
  try {
    expect(await page.evaluate(call('open-example', {}))).toMatchObject({ createdFromExample: true });
    expect(await page.evaluate(call('add-evidence', { set: { title: 'A survey' } }))).toHaveProperty(
      'savedAt',
    );
    for (const operation of ['start-verification', 'start-backup']) {
      const started = await page.evaluate(call(operation, {}));
      const job = await until('an end of the job', async () => {
        const state = await page.evaluate(call('read-job', started as object));
        return JSON.stringify(state).includes('"running"') ? null : state;
      });
      expect(job).toMatchObject({ state: 'done', error: null });
    }
    expect(await page.evaluate(call('close-workbook', {}))).toEqual({});
    expect(await program.close()).toBe(0);
  } finally {
    await program.discard();
  }
});
