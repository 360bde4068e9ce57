import type { Contract, InputOf, OutputOf } from '../../shared/api/contract.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { createDispatcher, type Dispatch } from '../ipc/dispatcher.ts';
import { createServices } from '../services/createServices.ts';
import { sourceProgram } from '../services/sourceProgram.ts';
import { createSystemPorts } from '../services/systemPorts.ts';
import type { Given } from './command.ts';
import type { Terminal } from './terminal.ts';
import { terminalHost } from './terminalHost.ts';

/** The whole program without a window, for one command. */
export type Program = {
  readonly dispatch: Dispatch;
  /** One operation's answer. @throws WorkbookError with the code and sentence of a refusal. */
  readonly ask: <Name extends keyof Contract>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
};

/** Starts the program, lets `command` use it, and closes the workbook that it opened, whatever happened. */
export async function withProgram<Result>(
  terminal: Terminal,
  command: (program: Program) => Promise<Result>,
): Promise<Result> {
  const { pageFolder: _, ...parts } = sourceProgram();
  const ports = createSystemPorts({
    ...terminalHost,
    ...parts,
    dataFolder: terminal.dataFolder,
    ...terminal.ports,
  });
  const { services, shutdown } = createServices(ports);
  const dispatch = createDispatcher(services, ports.logger);
  try {
    return await command({
      dispatch,
      ask: async (name, input) => {
        const reply = await dispatch(name, input);
        if (!reply.ok) throw new WorkbookError(reply.error.code, reply.error.message);
        // The dispatcher answers with what the operation's service, typed by the contract, returned.
        return reply.value as OutputOf<typeof name>;
      },
    });
  } finally {
    await shutdown();
  }
}

/** As `withProgram`, with the workbook open whose folder the command line names. */
export function withWorkbook<Result>(
  given: Given,
  terminal: Terminal,
  command: (program: Program) => Promise<Result>,
): Promise<Result> {
  return withProgram(terminal, async (program) => {
    await program.ask('open-workbook', { folder: given.folder });
    return command(program);
  });
}
