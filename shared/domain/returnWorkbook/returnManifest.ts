import { z } from 'zod';
import { returnSheetKeys } from './returnSheets.ts';

export const RETURN_FORMAT = 'community-justice-workbook-to-fill-in';
/** The version of the form that this program writes, and the newest that it reads. */
export const RETURN_VERSION = 1;

const recordIdSchema = z.string().regex(/^[0-9a-f]{32}$/);
const choiceSchema = z.strictObject({
  id: z.string().min(1).max(400),
  /** "6.2" or "Structural 1". */
  number: z.string().min(1).max(100),
  /** The number and the title, as the drop-down lists it. */
  label: z.string().min(1).max(2_000),
});
export type ReturnChoice = z.infer<typeof choiceSchema>;

/** What stood in a cell when the file was made. */
const baseCellSchema = z.strictObject({
  shown: z.string().max(32_767),
  /** The records that the value came from, to be the parents of a change; null for a cell that is not to be filled in. */
  records: z.array(recordIdSchema).max(1_000).nullable(),
});
export type BaseCell = z.infer<typeof baseCellSchema>;

const baseRowSchema = z.strictObject({
  key: z.string().regex(/^[A-Za-z0-9]{1,40}$/),
  /** Null for an empty row that waits for something new. */
  entityId: z.string().min(1).max(400).nullable(),
  /** In the order of the sheet's columns. */
  cells: z.array(baseCellSchema).max(20),
});
export type BaseRow = z.infer<typeof baseRowSchema>;

/** One sheet as it was sent. */
export const baseSheetSchema = z.strictObject({
  key: z.enum(returnSheetKeys),
  /** Texts above the rows, so that they are not taken for something that somebody wrote. */
  opening: z.array(z.string()).max(40),
  columns: z.array(z.string()).max(20),
  rows: z.array(baseRowSchema).max(50_000),
});
export type BaseSheet = z.infer<typeof baseSheetSchema>;

/**
 * What travels in a workbook to fill in, out of sight: for whom it was made, and what every cell held, so that the file
 * can be read back by identity when rows, columns and sheets have been moved about.
 */
export const returnManifestSchema = z.strictObject({
  format: z.literal(RETURN_FORMAT),
  version: z.number().int().positive(),
  /** The file's own id; a copy of the file has the same. */
  file: recordIdSchema,
  workbook: z.string().min(1).max(60),
  partnership: z.string().max(2_000),
  round: z.string().max(2_000),
  voice: z.string().min(1).max(120),
  voiceName: z.string().max(2_000),
  /** ISO 8601. */
  madeAt: z.string().max(40),
  app: z.string().max(40),
  choices: z.strictObject({
    qualityIndicators: z.array(choiceSchema).max(1_000),
    outcomes: z.array(choiceSchema).max(1_000),
  }),
  sheets: z.array(baseSheetSchema).min(1).max(returnSheetKeys.length),
});
export type ReturnManifest = z.infer<typeof returnManifestSchema>;
