import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDispatcher } from '../../electron/ipc/dispatcher.ts';
import { createServices } from '../../electron/services/createServices.ts';
import { createSystemPorts } from '../../electron/services/systemPorts.ts';
import { sourceProgram } from '../../electron/services/sourceProgram.ts';
import type { InputOf, OutputOf } from '../../shared/api/contract.ts';
import type { OperationName } from '../../shared/api/operationNames.ts';

/** The program's own core on a workbook, called as a page calls it. */
export type OpenBench = {
  /** One operation through the real dispatcher. @throws when it is refused. */
  readonly call: <Name extends OperationName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
  readonly close: () => Promise<void>;
};

/** Opens the workbook in `folder` with the real services, the real clock and the dispatcher of a packaged program. */
export async function openBench(folder: string): Promise<OpenBench> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'workbook-bench-data-'));
  const nobody = async () => null;
  const nothing = async () => {};
  const ports = createSystemPorts({
    ...sourceProgram(),
    host: 'terminal',
    dataFolder,
    dialogs: { chooseFolder: nobody, chooseFiles: nobody, chooseSavePath: nobody },
    desktop: { openFile: nothing, showInFolder: nothing },
  });
  const { services, shutdown } = createServices(ports);
  const dispatch = createDispatcher(services, ports.logger);

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
