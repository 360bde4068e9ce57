import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { examplePartSchema } from '../../../shared/domain/exampleSchema.ts';
import { returnSheetKeys } from '../../../shared/domain/returnWorkbook/returnSheets.ts';

const partName = z.string().regex(/^[a-z0-9-]+\.json$/);
const said = {
  author: z.string().min(1).max(200),
  /** A partner's id, or the partnership. */
  voice: z.string().min(1).max(120),
  /** When it was written, ISO 8601: the same on every computer. */
  madeAt: z.iso.datetime(),
} as const;

const changesSchema = z.strictObject({
  ...said,
  entities: examplePartSchema.unwrap().shape.entities,
  deleted: z
    .array(z.strictObject({ entity: z.literal('evidence'), entityId: z.string().min(1) }))
    .default([]),
  files: z
    .array(
      z.strictObject({
        evidence: z.string().min(1),
        name: z.string().min(1),
        lines: z.array(z.string()).min(1),
      }),
    )
    .default([]),
});
/** What somebody wrote, took out and attached on one laptop. */
export type RehearsedChanges = z.infer<typeof changesSchema>;

const packetSchema = changesSchema.extend({
  file: z.string().endsWith('.cjpacket'),
  part: z.enum(['everything', 'since']),
});
export type RehearsedPacket = z.infer<typeof packetSchema>;

const cellSchema = z.strictObject({
  sheet: z.enum(returnSheetKeys),
  /** The row of an entry, or the first, second … of the rows that wait for something new. */
  row: z.union([
    z.strictObject({ entityId: z.string().min(1) }),
    z.strictObject({ empty: z.number().int().positive() }),
  ]),
  column: z.string().min(1),
  /** What is typed: a text, or a formula that shows an error. */
  text: z.string().optional(),
  formula: z.string().optional(),
  error: z.string().optional(),
});

const returnedSchema = z.strictObject({
  ...said,
  file: z.string().endsWith('.xlsx'),
  qualityIndicators: z.array(z.string().min(1)).min(1),
  cells: z.array(cellSchema).min(1),
});
/** A workbook to fill in and what was typed into it. */
export type RehearsedReturn = z.infer<typeof returnedSchema>;

const manifestSchema = z.strictObject({
  partnership: z.string().min(1),
  note: z.string().min(1),
  /** Opens every packet; it protects nothing. */
  passphrase: z.string().min(8),
  madeAt: said.madeAt,
  here: partName,
  packets: z.array(partName).min(1),
  returned: partName,
});

/** Everything that a rehearsal consists of beside the example's content. */
export type RehearsalScript = Omit<z.infer<typeof manifestSchema>, 'here' | 'packets' | 'returned'> & {
  /** What was done in the rehearsal's own workbook after the others had got their copies. */
  readonly here: RehearsedChanges;
  readonly packets: readonly RehearsedPacket[];
  readonly returned: RehearsedReturn;
};

/** Reads the script from the program's assets. Throws an error naming whatever is missing, misspelt or unknown. */
export function readRehearsalScript(assetsFolder: string): RehearsalScript {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(path.join(assetsFolder, 'rehearsal', name), 'utf8'));
  const { here, packets, returned, ...about } = manifestSchema.parse(read('rehearsal.json'));
  return {
    ...about,
    here: changesSchema.parse(read(here)),
    packets: packets.map((name) => packetSchema.parse(read(name))),
    returned: returnedSchema.parse(read(returned)),
  };
}
