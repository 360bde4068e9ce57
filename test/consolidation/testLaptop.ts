import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import type { InputOf, OutputOf } from '../../shared/api/contract.ts';
import type { OperationName } from '../../shared/api/operationNames.ts';
import type { ConsolidationPreview } from '../../shared/api/views/consolidationView.ts';
import type { JobView } from '../../shared/api/views/workbookView.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { createDispatcher } from '../../electron/ipc/dispatcher.ts';
import { createServices } from '../../electron/services/createServices.ts';
import { createSystemPorts } from '../../electron/services/systemPorts.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';

type Ask = <Name extends OperationName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;

/** One officer's computer: the whole program without a window, over a real folder. */
export type TestLaptop = {
  readonly folder: string;
  readonly ask: Ask;
  /** Waits for a job and answers its end; throws what it failed with. */
  readonly finish: (job: string | null) => Promise<JobView>;
  /** Writes a packet and answers its path. */
  readonly handOver: (order?: Partial<InputOf<'start-hand-over'>>) => Promise<string>;
  readonly preview: (
    paths: readonly string[],
    passphrases?: readonly string[],
  ) => Promise<ConsolidationPreview>;
  readonly consolidate: (...paths: readonly string[]) => Promise<JobView>;
  /** Closes the workbook, as leaving the program does. */
  readonly close: () => Promise<void>;
};

export const PASSPHRASE = 'correct-horse-battery-staple';

/** No two moments are the same, on no laptop, and no test goes over midnight. */
let now = Date.parse('2026-11-22T09:00:00.000Z');

/** A laptop with a workbook: a new one, or a copy of the folder of a workbook that is closed. */
export async function testLaptop(author: string, copyOf?: string): Promise<TestLaptop> {
  const home = temporaryFolder();
  const folder = path.join(home, 'workbook');
  const ports = createSystemPorts({
    host: 'terminal',
    appVersion: '0.1.0',
    dataFolder: path.join(home, 'data'),
    assetsFolder: path.resolve(import.meta.dirname, '../../assets'),
    workerPath: (name: string) => name,
    dialogs: {
      chooseFolder: () => Promise.resolve(null),
      chooseFiles: () => Promise.resolve(null),
      chooseSavePath: () => Promise.resolve(null),
    },
    desktop: { openFile: () => Promise.resolve(), showInFolder: () => Promise.resolve() },
    clock: { now: () => new Date((now += 1)) },
    // The check after an opening, and the backup that follows it, would fall into a test on a slow computer alone.
    later: () => () => {},
  });
  mkdirSync(ports.dataFolder, { recursive: true });
  const { services, shutdown } = createServices(ports);
  const dispatch = createDispatcher(services, ports.logger, { checkOutput: true });
  const ask: Ask = async (name, input) => {
    const reply = await dispatch(name, input);
    if (!reply.ok) throw new WorkbookError(reply.error.code, reply.error.message);
    // The dispatcher has parsed the answer by the operation's schema.
    return reply.value as OutputOf<typeof name>;
  };
  await ask('change-laptop-settings', { author });
  if (copyOf === undefined) {
    await ask('create-workbook', { partnership: 'Test Partnership', round: '2026', author, folder });
  } else {
    cpSync(copyOf, folder, { recursive: true });
    await ask('open-workbook', { folder });
  }

  async function finish(job: string | null): Promise<JobView> {
    if (job === null) throw new Error('No job was started');
    for (;;) {
      const view = await ask('read-job', { job });
      if (view.state === 'running') await new Promise((resolve) => setTimeout(resolve, 5));
      else if (view.error === null) return view;
      else throw Object.assign(new Error(view.error.message), { code: view.error.code });
    }
  }

  async function preview(
    paths: readonly string[],
    passphrases: readonly string[] = [],
  ): Promise<ConsolidationPreview> {
    const { job } = await ask('start-consolidation-preview', {
      paths: [...paths],
      passphrases: [...passphrases],
    });
    await finish(job);
    return ask('read-consolidation-preview', { job: job ?? '' });
  }

  return {
    folder,
    ask,
    finish,
    async handOver(order = {}) {
      const passphrase = order.passphrase === undefined ? null : order.passphrase;
      const ending = passphrase === null ? ' not encrypted.cjpacket' : '.cjpacket';
      const target = path.join(home, `${author} ${randomBytes(4).toString('hex')}${ending}`);
      const started = await ask('start-hand-over', {
        part: { kind: 'everything' },
        attachments: true,
        path: target,
        ...order,
        passphrase,
      });
      await finish(started.job);
      return order.path ?? target;
    },
    preview,
    async consolidate(...paths) {
      const { preview: checked } = await preview(paths, [PASSPHRASE]);
      const { job } = await ask('start-consolidation', { preview: checked });
      return finish(job);
    },
    close: shutdown,
  };
}
