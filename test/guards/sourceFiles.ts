import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['electron', 'renderer', 'shared', 'test'];
const sourceName = /\.(ts|tsx|mjs|css|html)$/;

/** A file of the repository, with its path from the root in forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every file of code in the repository, sorted by path. */
export function sourceFiles(): readonly SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.posix.join(folder, name.split(path.sep).join('/')),
      ),
    )
    .filter((file) => sourceName.test(file))
    .toSorted()
    .map((file) => ({ path: file, text: readFileSync(path.join(projectFolder, file), 'utf8') }));
}
