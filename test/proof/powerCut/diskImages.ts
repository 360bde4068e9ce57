import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Every file below a folder with its content. */
export function readDisk(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name))
      .filter((file) => statSync(file).isFile())
      .map((file) => [file, readFileSync(file)]),
  );
}

/** Puts a workbook's files, which lay below `folder`, below `target` instead of what is there. */
export function writeDisk(target: string, folder: string, files: ReadonlyMap<string, Buffer>): void {
  rmSync(target, { recursive: true, force: true });
  for (const part of ['attachments', 'backups', 'work'])
    mkdirSync(path.join(target, part), { recursive: true });
  for (const [name, bytes] of files) {
    const file = path.join(target, path.relative(folder, name));
    // What lies in `work` is let go at every opening, and may lie in folders of its own.
    if (!file.startsWith(path.join(target, 'work') + path.sep)) writeFileSync(file, bytes);
  }
}
