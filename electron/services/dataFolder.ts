import path from 'node:path';

const folderName = 'Community Justice Workbook';

/**
 * Where workbooks, settings and the log are kept: a folder of this user on this computer that no network profile and no
 * synchronising program carries away (on Windows *local* application data, never the roaming one).
 *
 * `WORKBOOK_DATA_FOLDER` names another one, for IT and for tests. What a variable says counts as an absolute path only, as
 * the XDG rules have it: anything else would be somewhere under the folder that the program was started in.
 */
export function dataFolderOf(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const named = (variable: string): string | undefined => {
    const folder = environment[variable];
    return folder !== undefined && paths.isAbsolute(folder) ? folder : undefined;
  };

  const own = named('WORKBOOK_DATA_FOLDER');
  if (own !== undefined) return paths.normalize(own);
  if (platform === 'win32') {
    return paths.join(named('LOCALAPPDATA') ?? paths.join(home, 'AppData', 'Local'), folderName);
  }
  if (platform === 'darwin') return paths.join(home, 'Library', 'Application Support', folderName);
  const shared = named('XDG_DATA_HOME') ?? paths.join(home, '.local', 'share');
  return paths.join(shared, 'community-justice-workbook');
}
