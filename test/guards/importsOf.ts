import path from 'node:path';

import type { SourceFile } from './sourceFiles.ts';

const importStatement =
  /^\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/**
 * What a file imports, types included: a path from the root for one of ours, else the package as written.
 * Reads text, not syntax: an import inside a string literal would be counted too.
 */
export function importsOf(file: SourceFile): readonly string[] {
  return [...file.text.matchAll(importStatement)].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    if (!specifier.startsWith('.')) return specifier;
    return path.posix.join(path.posix.dirname(file.path), specifier);
  });
}
