import { readdirSync } from 'node:fs';
import path from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

export type PageFile = { readonly path: string; readonly contentType: string };

/** The built files by the path of their address: `/` and `/index.html`, `/assets/index-1a2b.js`. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/**
 * Lists the built page once, at start. A host answers only for addresses in this list, so no address of a request is ever
 * made into a path. Files of a kind that a page does not need are left out.
 *
 * Throws when the folder is not there: the page was not built.
 */
export function listPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  addFolder(files, folder, '');
  const start = files.get('/index.html');
  if (start === undefined) throw new Error('The built page has no index.html');
  files.set('/', start);
  return files;
}

function addFolder(files: Map<string, PageFile>, folder: string, address: string): void {
  // By hand: the oldest Electron this runs on has no recursive readdir.
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) addFolder(files, file, `${address}/${entry.name}`);
    const contentType = contentTypes[path.extname(entry.name)];
    if (entry.isFile() && contentType !== undefined)
      files.set(`${address}/${entry.name}`, { path: file, contentType });
  }
}
