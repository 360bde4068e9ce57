import type { App, Protocol } from 'electron';

import { appScheme } from './appProtocol.ts';
import { holdContents } from './contentsPolicy.ts';
import { isWithoutGraphicsDevice } from './graphicsDevice.ts';
import { networkSwitches } from './networkSwitches.ts';
import { profileFolder } from './profileFolder.ts';
import { shutSession } from './sessionPolicy.ts';

/** Sets what must be set before Electron is ready: sandbox, network, page scheme, and the policy of all that comes to be. */
export function prepareApp(
  app: App,
  protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>,
  dataFolder: string,
): void {
  if (!runsAsRootOnLinux()) app.enableSandbox();
  // Chromium would start a process that looks for one, hold the page up until it has failed, and start a second.
  if (isWithoutGraphicsDevice(process.platform)) app.disableHardwareAcceleration();
  for (const [name, value] of networkSwitches) app.commandLine.appendSwitch(name, value);
  protocol.registerSchemesAsPrivileged([appScheme]);
  // Chromium's own files. The page's session is kept in memory, so no content gets there.
  app.setPath('userData', profileFolder(dataFolder));
  app.on('session-created', shutSession);
  app.on('web-contents-created', (_event, contents) => holdContents(contents));
}

/**
 * Chromium's sandbox can't be had as root on Linux, where `--no-sandbox` must be given to start at all; enabling it there
 * as well would end every child process. For everybody else it is enabled, whatever the arguments say.
 */
function runsAsRootOnLinux(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
