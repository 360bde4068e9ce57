/** One system call of the saving program that touched the workbook's folder, or a line that it wrote to standard output. */
export type TracedCall =
  | { readonly kind: 'create'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'append'; readonly path: string; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'output'; readonly text: string };

/** The calls that strace is asked for. One that is not modelled but touches the folder stops the proof. */
export const tracedNames = [
  'openat',
  'open',
  'creat',
  'close',
  'write',
  'writev',
  'pwrite64',
  'pwritev',
  'pwritev2',
  'fsync',
  'fdatasync',
  'sync_file_range',
  'rename',
  'renameat',
  'renameat2',
  'unlink',
  'unlinkat',
  'truncate',
  'ftruncate',
  'fallocate',
  'link',
  'linkat',
  'symlink',
  'copy_file_range',
  'sendfile',
  'mkdir',
  'rmdir',
] as const;
