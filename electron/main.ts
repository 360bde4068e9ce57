import os from 'node:os';
import { fileURLToPath } from 'node:url';

import { app } from 'electron';

import { dataFolderOf } from './services/dataFolder.ts';
import { startShell } from './shell/startShell.ts';

startShell({
  dataFolder: dataFolderOf(process.platform, process.env, os.homedir()),
  builtFolder: fileURLToPath(new URL('.', import.meta.url)),
  loadCore: async (ports) => {
    // Loaded late, so that a native module which does not load is told in a window instead of ending the program.
    const [{ createServices }, { createDispatcher }] = await Promise.all([
      import('./services/createServices.ts'),
      import('./ipc/dispatcher.ts'),
    ]);
    const { services, shutdown } = createServices(ports);
    const dispatch = createDispatcher(services, ports.logger, {
      checkOutput: !app.isPackaged,
      withheld: ['attach-from-path'],
    });
    return { dispatch, shutdown };
  },
});
