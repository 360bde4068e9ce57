import { createDispatcher } from '../../electron/ipc/dispatcher.ts';
import { createServices } from '../../electron/services/createServices.ts';
import type { SourceProgram } from '../../electron/services/sourceProgram.ts';
import { createSystemPorts } from '../../electron/services/systemPorts.ts';

/** The program's core with the real services, the real clock and the dispatcher of a packaged program. */
export function startCore(program: SourceProgram, dataFolder: string) {
  const nobody = async () => null;
  const nothing = async () => {};
  const ports = createSystemPorts({
    ...program,
    host: 'terminal',
    dataFolder,
    dialogs: { chooseFolder: nobody, chooseFiles: nobody, chooseSavePath: nobody },
    desktop: { openFile: nothing, showInFolder: nothing },
  });
  const { services, shutdown } = createServices(ports);
  return { dispatch: createDispatcher(services, ports.logger), shutdown };
}
