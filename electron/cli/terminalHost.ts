import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { HostPorts } from '../services/systemPorts.ts';

/** What a terminal has in place of dialogs and a desktop: a refusal that says what to give instead. */
export const terminalHost: Pick<HostPorts, 'host' | 'dialogs' | 'desktop'> = {
  host: 'terminal',
  dialogs: {
    chooseFolder: () => notHere('Give the folder.'),
    chooseFiles: () => notHere('Use the operation attach-from-path.'),
    chooseSavePath: () => notHere('Give the path to save to.'),
  },
  desktop: {
    openFile: () => notHere('Save a copy and open that.'),
    showInFolder: () => notHere('Open the folder yourself.'),
  },
};

function notHere(instead: string): Promise<never> {
  return Promise.reject(new WorkbookError('not-here', `A terminal can’t do this. ${instead}`));
}
