import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * What the packaged Electron can do no more, and what it insists on: nobody turns it into a plain Node by an environment
 * variable or a switch, and it runs no other app than the archive it came with, unchanged.
 *
 * @type {Partial<Record<FuseV1Options, boolean>>}
 */
const wanted = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

/** Electron 29 brought the fuse for file: pages; an older one for tests has no place to set it. */
const firstWithFileProtocolFuse = 29;

/**
 * electron-builder's hook after it laid the files out: takes away what only development needs and
 * sets the fuses in the executable.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function setFuses(context) {
  const { packager, appOutDir, electronPlatformName } = context;
  const fuses = { ...wanted };
  if (majorVersion(packager.config.electronVersion) < firstWithFileProtocolFuse) {
    delete fuses[FuseV1Options.GrantFileProtocolExtraPrivileges];
  }
  // Electron's own window for a missing app; an unpacked distribution still has it.
  rmSync(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
  await flipFuses(path.join(appOutDir, executableName(packager, electronPlatformName)), {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...fuses,
  });
}

/** @param {string | null | undefined} version */
function majorVersion(version) {
  if (version) return Number.parseInt(version, 10);
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return Number.parseInt(manifest.devDependencies.electron, 10);
}

/**
 * @param {import('electron-builder').AfterPackContext['packager']} packager
 * @param {string} platform
 */
function executableName(packager, platform) {
  const name = packager.appInfo.productFilename;
  if (platform === 'win32') return `${name}.exe`;
  if (platform === 'darwin') return `${name}.app`;
  return 'community-justice-workbook';
}
