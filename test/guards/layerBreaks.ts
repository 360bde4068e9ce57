import { importsOf } from './importsOf.ts';
import { guardedPackages, layerTable } from './layerTable.ts';
import type { SourceFile } from './sourceFiles.ts';

const projectFolders = ['electron/', 'renderer/', 'shared/', 'test/', 'assets/'];

/** Every import that the layer table does not allow, as `file → what it imports`. Tests may import anything. */
export function layerBreaks(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter((file) => !file.path.startsWith('test/'))
    .flatMap((file) =>
      importsOf(file)
        .filter((imported) => !isAllowed(file.path, imported))
        .map((imported) => `${file.path} → ${imported}`),
    );
}

function isAllowed(file: string, imported: string): boolean {
  const layer = layerTable.find((candidate) => file.startsWith(candidate.path));
  if (layer === undefined) return false;
  if (projectFolders.some((folder) => imported.startsWith(folder))) {
    return [layer.path, ...layer.mayImport].some((start) => imported.startsWith(start));
  }
  if (layer.path.startsWith('renderer/') && imported.startsWith('node:')) return false;
  const guardedBy = guardedPackages[packageName(imported)];
  if (guardedBy !== undefined && !guardedBy.some((start) => file.startsWith(start))) return false;
  return layer.packages === null || layer.packages.some((name) => isOf(imported, name));
}

function isOf(imported: string, name: string): boolean {
  return name.endsWith(':') ? imported.startsWith(name) : packageName(imported) === name;
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}
