import os from 'node:os';
import { fileURLToPath } from 'node:url';

import { dataFolderOf } from './services/dataFolder.ts';
import { startShell } from './shell/startShell.ts';

startShell({
  dataFolder: dataFolderOf(process.platform, process.env, os.homedir()),
  builtFolder: fileURLToPath(new URL('.', import.meta.url)),
  loadCore: async (ports) => {
    const { createDispatcher } = await import('./ipc/dispatcher.ts');
    // Loaded late, so that a native module which does not load is told in a window instead of ending the program.
    const { createServices } = await import('./services/createServices.ts');
    const { services, makeWay, shutdown } = createServices(ports);
    const dispatch = createDispatcher(services, ports.logger, { withheld: ['attach-from-path'] });
    return { dispatch, makeWay, shutdown };
  },
});
