import { z } from 'zod';

/**
 * How sure the app is of a row: `verified` means that the words were read in the named source,
 * `secondary` that another document reports them, `unverified` that neither is so.
 */
export const provenanceSchema = z.enum(['verified', 'secondary', 'unverified']);
export type Provenance = z.infer<typeof provenanceSchema>;

/**
 * Whose words a text is in: `document` for the source named beside it, `app` for the app's own
 * plain words. Screens and exports never show `app` wording as a document's.
 */
export const wordingSchema = z.enum(['document', 'app']);
export type Wording = z.infer<typeof wordingSchema>;

/**
 * A stable row id such as `ci2016/6.2`. Entity ids of change records are composed from it with
 * `@`, `>`, `#`, `:` and `+`, so it never holds those signs nor white space.
 */
export const rowIdSchema = z.string().regex(/^[A-Za-z0-9]+(?:[./-][A-Za-z0-9]+)*$/);

/** A short sentence or citation that a person can read; never empty. */
export const citationSchema = z.string().trim().min(1);

/**
 * Fields that every row of every edition has. `editionId`, `corrected` and `checked` are set when
 * a catalogue is assembled or corrected, and are left out of the data files.
 */
export const rowFields = {
  id: rowIdSchema,
  editionId: z.string().default(''),
  provenance: provenanceSchema,
  wording: wordingSchema.default('document'),
  source: citationSchema,
  note: z.string().default(''),
  corrected: z.boolean().default(false),
  checked: z.boolean().default(false),
} as const;

/** Another name of the same thing, and where that name is used. */
export const aliasSchema = z.strictObject({ text: z.string().min(1), usedIn: citationSchema }).readonly();
export type Alias = z.infer<typeof aliasSchema>;

/** One published document, or one list of the app's own, that rows come from. */
export const editionSchema = z
  .strictObject({
    id: rowIdSchema,
    title: z.string().min(1),
    version: z.string().min(1),
    publisher: z.string().min(1),
    status: z.enum(['current', 'superseded']),
    supersededBy: z.string().default(''),
    licenceNote: z.string().min(1),
    source: citationSchema,
    note: z.string().default(''),
  })
  .readonly();
export type Edition = z.infer<typeof editionSchema>;
