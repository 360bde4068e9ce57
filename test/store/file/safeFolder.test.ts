import { describe, expect, it } from 'vitest';
import {
  folderDanger,
  type FolderDanger,
  type FolderSurroundings,
} from '../../../electron/store/file/safeFolder.ts';

const windows: FolderSurroundings = {
  platform: 'win32',
  variables: {
    OneDrive: 'C:\\Users\\officer\\OD',
    OneDriveCommercial: 'D:\\Council Files',
    ONEDRIVECONSUMER: 'E:\\Home',
    USERPROFILE: 'C:\\Users\\officer',
  },
  mounts: '',
  networkDrives: ['H', 'S'],
  removableDrives: ['F'],
};
const mac: FolderSurroundings = { ...windows, platform: 'darwin', variables: {} };
const linux: FolderSurroundings = {
  platform: 'linux',
  variables: { OneDrive: '' },
  mounts: [
    '/dev/sda1 / ext4 rw 0 0',
    '/dev/sda2 /home ext4 rw 0 0',
    'tmpfs /tmp tmpfs rw 0 0',
    'server:/export /srv/nfs nfs4 rw 0 0',
    '//server/share /srv/share cifs rw 0 0',
    '//server/old /srv/old smb3 rw 0 0',
    'officer@server:/ /home/officer/far fuse.sshfs rw 0 0',
    'cloud: /home/officer/cloud fuse.rclone rw 0 0',
    'dav /srv/dav davfs rw 0 0',
    'host /srv/host 9p rw 0 0',
    'pool /srv/with\\040space nfs rw 0 0',
    '/dev/sdb1 /data/stick vfat rw 0 0',
    '/dev/sdb2 /data/card exfat rw 0 0',
    '/dev/sda3 /data/local ext4 rw 0 0',
    '/dev/sda4 /srv/nfs/local ext4 rw 0 0',
  ].join('\n'),
  networkDrives: [],
  removableDrives: [],
};

const flagged: readonly [FolderSurroundings, FolderDanger, readonly string[]][] = [
  [
    windows,
    'network',
    [
      '\\\\server\\share',
      '\\\\server\\share\\community justice\\workbook',
      '\\\\10.0.0.5\\c$\\data',
      '\\\\?\\UNC\\server\\share\\folder',
      '\\\\?\\unc\\server\\share',
      '//server/share/folder',
      '\\\\server@SSL\\DavWWWRoot\\folder',
      'H:\\',
      'H:\\workbooks\\2026',
      'h:\\workbooks',
      'S:\\Shared',
      '\\\\?\\S:\\Shared',
    ],
  ],
  [
    windows,
    'synchronised',
    [
      'C:\\Users\\officer\\OneDrive',
      'C:\\Users\\officer\\OneDrive\\Documents\\workbook',
      'C:\\Users\\officer\\OneDrive - West Shire Council\\workbook',
      'C:\\Users\\officer\\onedrive\\x',
      'C:\\Users\\officer\\OD\\Documents',
      'c:\\users\\OFFICER\\od\\documents',
      'D:\\Council Files',
      'D:\\Council Files\\Justice',
      'E:\\Home\\workbook',
      'C:\\Users\\officer\\Dropbox\\workbook',
      'C:\\Users\\officer\\Dropbox (Partnership)\\workbook',
      'C:\\Users\\officer\\Dropbox - Personal',
      'C:\\Users\\officer\\Google Drive\\workbook',
      'C:\\Users\\officer\\GoogleDrive\\workbook',
      'G:\\My Drive\\workbook',
      'C:\\Users\\officer\\iCloudDrive\\workbook',
      'C:\\Users\\officer\\iCloud Drive',
      'C:\\Users\\officer\\Box\\workbook',
      'C:\\Users\\officer\\Box Sync\\workbook',
      'C:\\Users\\officer\\Nextcloud\\workbook',
      'C:\\Users\\officer\\ownCloud\\workbook',
      'C:\\Users\\officer\\pCloud Drive',
      'C:\\Users\\officer\\MEGA\\workbook',
      'C:\\Users\\officer\\SharePoint\\site',
      'C:\\Users\\officer\\AppData\\Local\\..\\OneDrive\\x',
    ],
  ],
  [windows, 'removable', ['F:\\', 'F:\\workbook', 'f:\\workbook', 'A:\\', 'B:\\workbook']],
  [mac, 'network', ['/net/server/share', '/Network/Servers/one']],
  [
    mac,
    'synchronised',
    [
      '/Users/officer/Library/Mobile Documents/com~apple~CloudDocs/workbook',
      '/Users/officer/Library/CloudStorage/OneDrive-Council/workbook',
      '/Users/officer/Library/CloudStorage/GoogleDrive-officer@example.org/My Drive',
      '/Users/officer/Dropbox/workbook',
    ],
  ],
  [mac, 'removable', ['/Volumes/STICK/workbook']],
  [
    linux,
    'network',
    [
      '/srv/nfs/workbook',
      '/srv/share',
      '/srv/old/workbook',
      '/home/officer/far/workbook',
      '/home/officer/cloud/workbook',
      '/srv/dav/workbook',
      '/srv/host/x',
      '/srv/with space/workbook',
      '/run/user/1000/gvfs/smb-share:server=one/workbook',
    ],
  ],
  [
    linux,
    'synchronised',
    ['/home/officer/Dropbox/workbook', '/home/officer/Nextcloud/workbook', '/home/officer/OneDrive/x'],
  ],
  [
    linux,
    'removable',
    [
      '/media/officer/STICK/workbook',
      '/run/media/officer/STICK',
      '/mnt/usb/x',
      '/data/stick/workbook',
      '/data/card',
    ],
  ],
];

const innocent: readonly [FolderSurroundings, readonly string[]][] = [
  [
    windows,
    [
      'C:\\Users\\officer\\AppData\\Local\\Workbook',
      'C:\\Users\\officer\\Documents\\workbook',
      'C:\\Workbooks',
      'D:\\Council',
      'D:\\Council Files and more\\x',
      'C:\\Users\\officer\\ODD\\x',
      'C:\\Users\\officer\\My OneDrive notes',
      'C:\\Users\\officer\\Boxes\\workbook',
      'C:\\Users\\officer\\Toolbox',
      'C:\\Users\\officer\\Sandbox\\workbook',
      'C:\\Users\\officer\\Mega plan',
      'C:\\Users\\officer\\Dropboxes',
      'C:\\Users\\officer\\Driver\\x',
      '\\\\?\\C:\\Users\\officer\\a long path',
      '\\\\.\\C:\\x',
    ],
  ],
  [
    mac,
    [
      '/Users/officer/Documents/workbook',
      '/Users/officer/Library/Application Support/Workbook',
      '/Users/officer/network',
      '/Users/officer/Volumes/x',
      '/private/tmp/x',
    ],
  ],
  [
    linux,
    [
      '/home/officer/.local/share/workbook',
      '/home/officer/farther/x',
      '/home/officer/Documents',
      '/tmp/workbook',
      '/data/local/workbook',
      '/data/sticky',
      '/srv/nfs/local/workbook',
      '/srv/nfsroot',
      '/mediathek/workbook',
      '/home/officer/inbox',
    ],
  ],
];

describe('a folder where a workbook would be in danger', () => {
  const cases = flagged.flatMap(([surroundings, danger, folders]) =>
    folders.map((folder) => [surroundings.platform, folder, danger, surroundings] as const),
  );
  it.each(cases)('%s: %s is %s', (_, folder, danger, surroundings) => {
    expect(folderDanger(folder, surroundings)).toBe(danger);
  });

  it('is known in at least 60 shapes', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });
});

describe('an ordinary folder', () => {
  const cases = innocent.flatMap(([surroundings, folders]) =>
    folders.map((folder) => [surroundings.platform, folder, surroundings] as const),
  );
  it.each(cases)('%s: %s raises no alarm', (_, folder, surroundings) => {
    expect(folderDanger(folder, surroundings)).toBeUndefined();
  });

  it('was tried in at least 30 shapes', () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
  });
});
