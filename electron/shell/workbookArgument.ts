import path from 'node:path';

import { isRemotePath } from './isRemotePath.ts';

/**
 * The workbook's folder that a start of the program names, or null.
 *
 * Another program may have written the arguments, so only a local folder that holds a workbook is taken: a look at
 * `\\server\share` alone would send this computer's credentials there.
 *
 * @param given what follows the program, without the program itself
 * @param isFile whether there is a file at an absolute path
 */
export function workbookArgument(
  given: readonly string[],
  workingFolder: string,
  platform: NodeJS.Platform,
  isFile: (file: string) => boolean,
): string | null {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  for (const argument of given) {
    if (
      argument.startsWith('-') ||
      argument.includes('\0') ||
      isRemotePath(argument) ||
      isRemotePath(workingFolder)
    )
      continue;
    const folder = paths.resolve(workingFolder, argument);
    if (!isRemotePath(folder) && isFile(paths.join(folder, 'workbook.sqlite'))) return folder;
  }
  return null;
}
