import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Desktop, FileDialogs } from '../services/ports.ts';
import type { HostPorts } from '../services/systemPorts.ts';

/** A browser has no dialog that tells us a path; its pages have a field for it. */
const noDialogs: FileDialogs = {
  chooseFolder: () => Promise.reject(notHere('Type or paste the folder’s path instead.')),
  chooseFiles: () => Promise.reject(notHere('Drop the files on the page instead.')),
  chooseSavePath: () => Promise.reject(notHere('Type or paste the path to save to instead.')),
};

const noDesktop: Desktop = {
  openFile: () => Promise.reject(notHere('Save a copy and open that.')),
  showInFolder: () => Promise.reject(notHere('The path is shown on the page.')),
};

/** What a browser host has to give the services of its own: a refusal in place of dialogs and desktop. */
export const browserHost: Pick<HostPorts, 'host' | 'dialogs' | 'desktop'> = {
  host: 'browser',
  dialogs: noDialogs,
  desktop: noDesktop,
};

function notHere(instead: string): WorkbookError {
  return new WorkbookError('not-here', `A browser can’t do this. ${instead}`);
}
