import path from 'node:path';
import { createDispatcher } from '../../electron/ipc/dispatcher.ts';
import { createServices } from '../../electron/services/createServices.ts';
import type { Ports } from '../../electron/services/ports.ts';
import type { InputOf, OutputOf } from '../../shared/api/contract.ts';
import type { OperationName } from '../../shared/api/operationNames.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';

/** The real services over the real dispatcher and a real store in a temporary folder; time, ids and dialogs are ours. */
export type RunningWorkbook = {
  readonly call: <Name extends OperationName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
  /** Moves the clock on. */
  readonly wait: (milliseconds: number) => void;
  /**
   * Has the program begin what it does by itself a while after an opening: the check of the workbook, and a backup. In a test
   * it begins with nothing by itself, which would be in the middle of the test on a slow computer alone.
   */
  readonly beginCheck: () => void;
  readonly shutdown: () => Promise<void>;
  readonly dataFolder: string;
  /** What the next dialog answers. */
  readonly dialogAnswers: { files: readonly string[] | null; savePath: string | null; folder: string | null };
  /** Where files lie that were dropped, by what the page was given for them; each is told once. */
  readonly granted: Map<string, string>;
  /** Sentences and causes that reached the log. */
  readonly logged: readonly string[];
};

/** Starts services; no workbook is open yet. The same data folder given again is the same laptop started again. */
export function runningServices(
  options: { readonly dataFolder?: string; readonly host?: Ports['host']; readonly seed?: number } = {},
): RunningWorkbook {
  const dataFolder = options.dataFolder ?? temporaryFolder();
  let now = Date.parse('2026-11-02T09:00:00.000Z');
  let next = (options.seed ?? 0) * 1_000_000;
  const waiting = new Map<() => void, number>();
  const dialogAnswers: RunningWorkbook['dialogAnswers'] = { files: null, savePath: null, folder: null };
  const granted = new Map<string, string>();
  const logged: string[] = [];
  const ports: Ports = {
    clock: { now: () => new Date(now) },
    later: (milliseconds, work) => {
      waiting.set(work, milliseconds);
      return () => waiting.delete(work);
    },
    ids: {
      randomHex: (bytes) =>
        (next += 1)
          .toString(16)
          .padStart(bytes * 2, '0')
          .slice(-bytes * 2),
    },
    dialogs: {
      chooseFiles: () => Promise.resolve(dialogAnswers.files),
      chooseFolder: () => Promise.resolve(dialogAnswers.folder),
      chooseSavePath: () => Promise.resolve(dialogAnswers.savePath),
    },
    grantedFile: (token) => {
      const file = granted.get(token);
      granted.delete(token);
      return file;
    },
    desktop: { openFile: () => Promise.resolve(), showInFolder: () => Promise.resolve() },
    logger: {
      info: (message) => void logged.push(message),
      error: (message, cause) =>
        void logged.push(
          `${message}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
        ),
    },
    host: options.host ?? 'terminal',
    appVersion: '0.1.0',
    dataFolder,
    workerPath: (name) => path.join(import.meta.dirname, `../../dist/${name}.cjs`),
    assetsFolder: path.join(import.meta.dirname, '../../assets'),
  };
  const running = createServices(ports);
  const dispatch = createDispatcher(running.services, ports.logger, { checkOutput: true });
  return {
    call: async (name, input) => {
      const reply = await dispatch(name, input);
      if (!reply.ok) throw new WorkbookError(reply.error.code, reply.error.message);
      // The dispatcher has checked the output against the operation's own schema.
      return reply.value as OutputOf<typeof name>;
    },
    wait: (milliseconds) => {
      now += milliseconds;
    },
    beginCheck: () => {
      const [soonest] = [...waiting].toSorted(([, one], [, other]) => one - other);
      if (soonest === undefined) throw new Error('No workbook waits for its check');
      const [work] = soonest;
      waiting.delete(work);
      work();
    },
    shutdown: running.shutdown,
    dataFolder,
    dialogAnswers,
    granted,
    logged,
  };
}

/** A new workbook that is open. */
export async function runningWorkbook(
  options: Parameters<typeof runningServices>[0] = {},
): Promise<RunningWorkbook> {
  const running = runningServices(options);
  await running.call('create-workbook', { partnership: 'Argyll', round: '2026-27', author: 'Officer A' });
  return running;
}
