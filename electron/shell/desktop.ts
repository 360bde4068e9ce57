import path from 'node:path';

import type { Shell } from 'electron';

import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Desktop } from '../services/ports.ts';
import { isRemotePath } from './isRemotePath.ts';

/** Documents, pictures and sound. Whatever could be run, or could run macros, is not among them. */
const openable = new Set(
  'pdf docx xlsx pptx odt ods odp txt csv rtf jpg jpeg png gif webp heic tif tiff mp3 m4a mp4 msg eml'.split(
    ' ',
  ),
);

/**
 * Opens files with the system's own programs, and shows them in their folder.
 *
 * To open is to run what the system has for the kind of file, so only kinds of this list are opened: the last of several
 * checks, after those of the attachment itself. Addresses are never opened, and a share is shown only where the person
 * has just saved to it.
 */
export function createDesktop(
  shell: Pick<Shell, 'openPath' | 'showItemInFolder'>,
  wasChosen: (file: string) => boolean,
): Desktop {
  return {
    openFile: async (file) => {
      if (
        !path.isAbsolute(file) ||
        isRemotePath(file) ||
        !openable.has(path.extname(file).slice(1).toLowerCase())
      ) {
        throw new WorkbookError(
          'file-kind',
          'Files of this kind are not opened from the workbook. Save a copy instead.',
        );
      }
      const problem = await shell.openPath(file);
      if (problem !== '') {
        throw new WorkbookError(
          'not-here',
          'No program on this computer opened the file. Save a copy and open that.',
        );
      }
    },
    showInFolder: (file) => {
      if (!path.isAbsolute(file) || (isRemotePath(file) && !wasChosen(file))) {
        return Promise.reject(new WorkbookError('not-found', 'The file is not there any more.'));
      }
      shell.showItemInFolder(file);
      return Promise.resolve();
    },
  };
}
