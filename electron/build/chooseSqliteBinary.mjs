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

  const excluded =
    kept === compiled
      ? ['prebuilds/**', 'build/!(Release)', 'build/Release/!(better_sqlite3.node)']
      : ['build/**', `prebuilds/!(${path.basename(prebuilt)})`];
  filterOf(packager.config.files).push(
    ...excluded.map((pattern) => `!node_modules/better-sqlite3/${pattern}`),
  );
}

/**
 * The list of patterns under `files`, which electron-builder has by now put into a set. A pattern beside that set instead
 * of in it would stand for a list of its own, and one that only excludes means everything else.
 *
 * @param {import('electron-builder').Configuration['files']} files
 * @returns {string[]}
 */
function filterOf(files) {
  const [set] = Array.isArray(files) ? files : [files];
  if (set === null || typeof set !== 'object' || !Array.isArray(set.filter)) {
    throw new Error('electron-builder.yml must have a list under `files`');
  }
  return set.filter;
}
