import { existsSync } from 'node:fs';
import path from 'node:path';

import { Arch } from 'electron-builder';

const compiled = 'build/Release/better_sqlite3.node';

/**
 * electron-builder's hook before it collects files: of better-sqlite3's binaries only one stays in the package.
 * A binary compiled on this machine is there because the Electron at hand needs it, and the loader prefers it.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export default function chooseSqliteBinary(context) {
  const { packager, electronPlatformName, arch } = context;
  const module = path.join(packager.info.appDir, 'node_modules/better-sqlite3');
  const forThisMachine = electronPlatformName === process.platform && Arch[arch] === process.arch;
  const prebuilt = `prebuilds/${electronPlatformName}-${Arch[arch]}.node`;
  const kept = forThisMachine && existsSync(path.join(module, compiled)) ? compiled : prebuilt;
  if (!existsSync(path.join(module, kept))) throw new Error(`better-sqlite3 has no binary ${kept}`);

  const files = packager.config.files;
  if (!Array.isArray(files)) throw new Error('electron-builder.yml must list `files`');
  // Of patterns that name node_modules, electron-builder heeds only those that exclude.
  files.push(
    ...(kept === compiled
      ? [
          '!node_modules/better-sqlite3/prebuilds/**',
          '!node_modules/better-sqlite3/build/!(Release)',
          '!node_modules/better-sqlite3/build/Release/!(better_sqlite3.node)',
        ]
      : [
          '!node_modules/better-sqlite3/build/**',
          `!node_modules/better-sqlite3/prebuilds/!(${path.basename(prebuilt)})`,
        ]),
  );
}
