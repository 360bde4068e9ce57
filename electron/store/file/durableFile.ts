import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { failureCode } from './fileFailure.ts';

/** Makes a file's content survive a power cut. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** As `syncFile`, without holding up the thread: for files that take the disk a while. */
export async function syncLargeFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the names in a folder survive a power cut: a rename is only in memory until then. */
export function syncFolder(folder: string): void {
  // Windows can neither open a folder as a file nor needs it: NTFS keeps its own journal of names.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Renames so that either the old or the new state is there after a power cut, never neither. */
export function renameDurably(from: string, to: string): void {
  renamePatiently(from, to);
  syncFolder(path.dirname(to));
  if (path.dirname(from) !== path.dirname(to)) syncFolder(path.dirname(from));
}

/** Writes a whole file: under another name, synced, then renamed. A reader sees the old content or the new. */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.part`;
  try {
    writeFileSync(temporary, content, { flush: true, mode: 0o600 });
    renameDurably(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}

/** Virus scanners hold a fresh file open for a moment, which on Windows fails the rename; so it is tried for a while. */
function renamePatiently(from: string, to: string): void {
  for (const pause of [20, 50, 100, 200, 400, 800, 1_600]) {
    try {
      return renameSync(from, to);
    } catch (cause) {
      const code = failureCode(cause);
      if (process.platform !== 'win32' || (code !== 'EPERM' && code !== 'EBUSY' && code !== 'EACCES'))
        throw cause;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  renameSync(from, to);
}
