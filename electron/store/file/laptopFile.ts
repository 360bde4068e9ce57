import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { writeDurably } from './durableFile.ts';

/** A small JSON file that belongs to this computer and user, not to a workbook. */
export type LaptopFile<Value> = {
  /** What the file holds, else what its predecessor held, else the value for a first start. Never fails. */
  readonly read: () => Value;
  /** Written whole under another name and renamed; the predecessor is kept beside as `<name>.previous`. */
  readonly write: (value: Value) => void;
};

/** The file `name` in the program's own data folder. A broken one must never stop the program, nor be trusted. */
export function laptopFile<Value>(
  dataFolder: string,
  name: string,
  schema: z.ZodType<Value>,
  firstValue: Value,
): LaptopFile<Value> {
  const file = path.join(dataFolder, name);
  const previous = `${file}.previous`;

  function parsed(source: string): Value | undefined {
    try {
      return schema.safeParse(JSON.parse(readFileSync(source, 'utf8'))).data;
    } catch {
      // Missing, cut off, not JSON: what comes before it is used.
      return undefined;
    }
  }

  return {
    read: () => parsed(file) ?? parsed(previous) ?? firstValue,
    write: (value) => {
      mkdirSync(dataFolder, { recursive: true });
      // Only a readable file may replace the predecessor.
      if (existsSync(file) && parsed(file) !== undefined) copyFileSync(file, previous);
      writeDurably(file, `${JSON.stringify(value, null, 2)}\n`);
    },
  };
}
