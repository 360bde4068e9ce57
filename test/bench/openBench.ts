import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sourceProgram } from '../../electron/services/sourceProgram.ts';
import type { InputOf, OutputOf } from '../../shared/api/contract.ts';
import type { OperationName } from '../../shared/api/operationNames.ts';
import type { startCore } from './startCore.ts';

/** The program's own core on a workbook, called as a page calls it. */
export type OpenBench = {
  /** One operation through the real dispatcher. @throws when it is refused. */
  readonly call: <Name extends OperationName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
  readonly close: () => Promise<void>;
};

/** Where `buildCoreForBench` has put the core; without it the sources are run. */
const builtCore = process.env['BENCH_CORE'];

/** Opens the workbook in `folder` with the core as it is built for people, whose threads start without being compiled first. */
export async function openBench(folder: string): Promise<OpenBench> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'workbook-bench-data-'));
  const address = builtCore === undefined ? './startCore.ts' : pathToFileURL(builtCore).href;
  // Either is that module.
  const core = (await import(address)) as { readonly startCore: typeof startCore };
  const { dispatch, shutdown } = core.startCore(sourceProgram(), dataFolder);

  async function call<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    const reply = await dispatch(name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
    // The dispatcher answers what the operation's service answered, which the contract types.
    return reply.value as OutputOf<Name>;
  }

  await call('open-workbook', { folder });
  return {
    call,
    close: async () => {
      await shutdown();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
