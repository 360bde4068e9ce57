import path from 'node:path';

const folderName = 'Community Justice Workbook';

/**
 * Where workbooks, settings and the log are kept: a folder of this user on this computer that no network profile and no
 * synchronising program carries away (on Windows *local* application data, never the roaming one).
 *
 * `WORKBOOK_DATA_FOLDER` names another one, for IT and for tests.
 */
export function dataFolderOf(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  const named = environment['WORKBOOK_DATA_FOLDER'];
  const paths = platform === 'win32' ? path.win32 : path.posix;
  if (named !== undefined && paths.isAbsolute(named)) return paths.normalize(named);
  if (platform === 'win32') {
    return paths.join(environment['LOCALAPPDATA'] ?? paths.join(home, 'AppData', 'Local'), folderName);
  }
  if (platform === 'darwin') return paths.join(home, 'Library', 'Application Support', folderName);
  const shared = environment['XDG_DATA_HOME'];
  // The XDG rules: a relative path there is to be ignored.
  const base =
    shared !== undefined && paths.isAbsolute(shared) ? shared : paths.join(home, '.local', 'share');
  return paths.join(base, 'community-justice-workbook');
}
