/** What the rule needs to know of the computer. */
export type FolderSurroundings = {
  readonly platform: 'win32' | 'darwin' | 'linux';
  /** Environment variables; the synchronising program of Windows names its folders there. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The text of /proc/mounts on Linux, empty elsewhere. */
  readonly mounts: string;
  /** Drive letters in upper case that are mapped to a network or removable, as far as the host knows; Windows only. */
  readonly networkDrives: readonly string[];
  readonly removableDrives: readonly string[];
};

export type FolderDanger = 'network' | 'synchronised' | 'removable';

const networkFileSystems =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|ncpfs|9p|davfs|ceph|glusterfs|fuse\.(sshfs|rclone|davfs2?|s3fs|gvfsd-fuse|smbnetfs|curlftpfs|google-drive-ocamlfuse))$/;
const removableFileSystems = /^(vfat|exfat|msdos|fat|fuseblk)$/;

/**
 * Folder names that synchronising programs make: the name alone, or the name and what follows it, such as
 * "OneDrive - West Shire Council" or "Dropbox (Partnership)".
 */
const synchronisedName =
  /^(onedrive|dropbox|google ?drive|googledrive|my drive|icloud ?drive|icloud|com~apple~clouddocs|mobile documents|box|box sync|nextcloud|owncloud|pcloud ?drive|mega|megasync|syncthing|tresorit|sharepoint|cloudstorage)( ?[-(@].*)?$/;

/**
 * Why a workbook must not live in `folder`, or undefined when nothing speaks against it.
 *
 * A file on a network or in the care of a synchronising program is changed behind SQLite's back and has been seen to be
 * ruined that way; a stick is taken out in the middle (reference: reliability, 1.3 and 1.5). Pure: `folder` is an absolute
 * path after resolving links.
 */
export function folderDanger(folder: string, surroundings: FolderSurroundings): FolderDanger | undefined {
  if (isOnNetwork(folder, surroundings)) return 'network';
  if (isSynchronised(folder, surroundings)) return 'synchronised';
  return isRemovable(folder, surroundings) ? 'removable' : undefined;
}

/** The sentence for a folder that `folderDanger` speaks against. */
export function folderDangerSentence(folder: string, danger: FolderDanger): string {
  const why = {
    network: 'is on a network drive, where a workbook can be damaged when the connection drops',
    synchronised: 'is kept in step by a synchronising program, which can damage a workbook that is in use',
    removable: 'is on a drive that can be taken out, which can damage a workbook that is in use',
  }[danger];
  return `${folder} ${why}. Keep the working copy on this computer; a safe copy can go there as a backup.`;
}

function isOnNetwork(folder: string, { platform, mounts, networkDrives }: FolderSurroundings): boolean {
  // \\server\share and \\?\UNC\server\share, but not \\?\C:\ which is a long local path.
  if (/^[\\/]{2}(?![?.][\\/])/.test(folder) || /^\\\\\?\\UNC\\/i.test(folder)) return true;
  if (platform === 'win32') return networkDrives.includes(driveOf(folder));
  if (platform === 'darwin') return /^\/(net|home\/net|Network)\//.test(folder);
  return (
    networkFileSystems.test(mountOf(folder, mounts)?.fileSystem ?? '') ||
    /\/gvfs\/(smb|sftp|dav|ftp|google-drive)/.test(folder)
  );
}

function isSynchronised(folder: string, { platform, variables }: FolderSurroundings): boolean {
  const parts = partsOf(folder).map((part) => part.normalize('NFC').toLowerCase().trim());
  if (parts.some((part) => synchronisedName.test(part))) return true;
  const roots = Object.entries(variables)
    .filter(([name]) => /^onedrive/i.test(name))
    .flatMap(([, value]) => (value === undefined || value === '' ? [] : [value]));
  return roots.some((root) => isInside(folder, root, platform));
}

function isRemovable(folder: string, { platform, mounts, removableDrives }: FolderSurroundings): boolean {
  if (platform === 'win32')
    return /^[AB]$/.test(driveOf(folder)) || removableDrives.includes(driveOf(folder));
  if (platform === 'darwin') return folder.startsWith('/Volumes/');
  if (/^\/(media|run\/media|mnt\/(usb|stick|removable))(\/|$)/.test(folder)) return true;
  const mount = mountOf(folder, mounts);
  return mount !== undefined && mount.place !== '/' && removableFileSystems.test(mount.fileSystem);
}

/** The drive letter in upper case, or an empty text. */
function driveOf(folder: string): string {
  return (/^(?:\\\\[?.]\\)?([a-z]):/i.exec(folder)?.[1] ?? '').toUpperCase();
}

function partsOf(folder: string): readonly string[] {
  return folder.split(/[\\/]+/).filter((part) => part !== '');
}

function isInside(folder: string, root: string, platform: FolderSurroundings['platform']): boolean {
  const spelled = (text: string): string => {
    const joined = `/${partsOf(text).join('/')}/`;
    return platform === 'win32' ? joined.toLowerCase() : joined;
  };
  return spelled(folder).startsWith(spelled(root));
}

function mountOf(
  folder: string,
  mounts: string,
): { readonly place: string; readonly fileSystem: string } | undefined {
  return mounts
    .split('\n')
    .map((line) => line.split(' '))
    .map(([, place = '', fileSystem = '']) => ({ place: place.replaceAll('\\040', ' '), fileSystem }))
    .filter(({ place }) => place !== '' && isInside(folder, place, 'linux'))
    .toSorted((left, right) => right.place.length - left.place.length)[0];
}
