import path from 'node:path';
import { STAGED_ATTACHMENTS } from './checkedPackets.ts';

/** Unpacked files by the fingerprints of their contents. Their names are the packet's place, a hyphen, and that. */
export function stagedFiles(folder: string, names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    names.map((name) => [name.slice(name.lastIndexOf('-') + 1), path.join(folder, STAGED_ATTACHMENTS, name)]),
  );
}
