import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PASSPHRASE_FILE = 'passphrase.txt';

/**
 * The files to bring in, and the passphrase that a rehearsal comes with. In a shell, `FOLDER/rehearsal/*` names the file
 * with the passphrase too: it is read and not brought in.
 */
export function rehearsalFiles(
  folder: string,
  files: readonly string[],
): { readonly paths: string[]; readonly passphrases: readonly string[] } {
  const said = path.join(folder, 'rehearsal', PASSPHRASE_FILE);
  const paths = files.map((file) => path.resolve(file));
  if (!existsSync(said) || !paths.some((file) => path.dirname(file) === path.dirname(said)))
    return { paths, passphrases: [] };
  const [passphrase = ''] = readFileSync(said, 'utf8').split(/\r?\n/);
  return { paths: paths.filter((file) => file !== said), passphrases: [passphrase] };
}
