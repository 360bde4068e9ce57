/** Where a layer's files are and what of the project and of npm they may import. */
export interface Layer {
  /** The start of the paths it holds; the first layer in the table that fits a file is the file's. */
  readonly path: string;
  readonly mayImport: readonly string[];
  /** Packages; `null` where any may be imported but the guarded ones. */
  readonly packages: readonly string[] | null;
}

const core = [
  'electron/threads/',
  'electron/zip/',
  'electron/store/',
  'electron/excel/',
  'electron/packets/',
  'electron/documents/',
];
const hosts = ['electron/shell/', 'electron/cli/'];
const nodeOnly = ['node:'];

/** The layers of docs/architecture.md, most particular path first. A file may always import its own layer. */
export const layerTable: readonly Layer[] = [
  { path: 'shared/domain/', mayImport: [], packages: ['zod'] },
  { path: 'shared/frameworks/', mayImport: ['shared/domain/'], packages: ['zod'] },
  { path: 'shared/api/', mayImport: ['shared/domain/'], packages: ['zod'] },
  { path: 'electron/threads/', mayImport: ['shared/domain/'], packages: ['node:', 'zod'] },
  { path: 'electron/zip/', mayImport: [], packages: nodeOnly },
  { path: 'electron/store/', mayImport: ['shared/', 'electron/threads/'], packages: null },
  { path: 'electron/excel/', mayImport: ['shared/', 'electron/threads/', 'electron/zip/'], packages: null },
  { path: 'electron/packets/', mayImport: ['shared/', 'electron/zip/'], packages: null },
  { path: 'electron/documents/', mayImport: ['shared/'], packages: null },
  { path: 'electron/services/', mayImport: ['shared/', ...core], packages: null },
  { path: 'electron/ipc/', mayImport: ['shared/', 'electron/services/'], packages: null },
  // The composition roots join all the parts and hold no logic of their own.
  { path: 'electron/main.ts', mayImport: ['shared/', 'electron/'], packages: null },
  { path: 'electron/loopback/main.ts', mayImport: ['shared/', 'electron/'], packages: null },
  { path: 'electron/cli/main.ts', mayImport: ['shared/', 'electron/'], packages: null },
  {
    path: 'electron/preload.ts',
    mayImport: ['shared/api/', 'electron/shell/channels.ts'],
    packages: ['electron'],
  },
  // The browser host runs from the sources and is never packaged, so it may ask the build where things are.
  {
    path: 'electron/loopback/',
    mayImport: ['shared/', 'electron/services/', 'electron/ipc/', 'electron/build/'],
    packages: null,
  },
  ...hosts.map((path): Layer => ({
    path,
    mayImport: ['shared/', 'electron/services/', 'electron/ipc/'],
    packages: null,
  })),
  // Run before there is a product, so they know nothing of it.
  { path: 'electron/launch/', mayImport: [], packages: nodeOnly },
  // The frameworks are parsed when the program is built.
  { path: 'electron/build/', mayImport: ['shared/frameworks/'], packages: null },
  { path: 'renderer/', mayImport: ['shared/'], packages: null },
];

/** Packages that only some files may import, and the starts of those files' paths. */
export const guardedPackages: Readonly<Record<string, readonly string[]>> = {
  electron: ['electron/main.ts', 'electron/preload.ts', 'electron/shell/'],
  'better-sqlite3': ['electron/store/'],
  exceljs: ['electron/excel/'],
  react: ['renderer/'],
  'react-dom': ['renderer/'],
  vite: ['electron/build/'],
};
