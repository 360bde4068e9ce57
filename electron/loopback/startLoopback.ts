import { createDispatcher } from '../ipc/dispatcher.ts';
import { listPageFiles } from '../ipc/pageFiles.ts';
import { createServices } from '../services/createServices.ts';
import type { Ports } from '../services/ports.ts';
import { sourceProgram } from '../services/sourceProgram.ts';
import { createSystemPorts } from '../services/systemPorts.ts';
import { browserHost } from './browserHost.ts';
import { type LoopbackServer, serveLoopback } from './serveLoopback.ts';

export type LoopbackOptions = {
  /** Where workbooks, settings and the log go. */
  readonly dataFolder: string;
  /** The built page; left out: `dist/renderer` of this repository. */
  readonly pageFolder?: string;
  /** Ports in place of the browser host's own, such as a test's clock. */
  readonly ports?: Partial<Ports>;
  /** Also check every answer by the contract. */
  readonly checkOutput?: boolean;
};

/**
 * Starts the whole workbook for a browser on this computer.
 *
 * `stop` lets requests finish and closes the open workbook. Throws when the page has not been built.
 */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackServer> {
  const { pageFolder, ...program } = sourceProgram();
  const files = listPageFiles(options.pageFolder ?? pageFolder);
  const ports = createSystemPorts({
    ...browserHost,
    ...program,
    dataFolder: options.dataFolder,
    ...options.ports,
  });
  const { services, shutdown } = createServices(ports);
  const dispatch = createDispatcher(services, ports.logger, {
    checkOutput: options.checkOutput ?? false,
    withheld: ['attach-from-path'],
  });
  const server = await serveLoopback(files, dispatch, ports.ids.randomHex(32));
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await shutdown();
    },
  };
}
