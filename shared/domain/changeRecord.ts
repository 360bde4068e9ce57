import { z } from 'zod';

/** A field's value. Lists and links are entities of their own, so a value is never a structure. */
export const fieldValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type FieldValue = z.infer<typeof fieldValueSchema>;

/** Names that JSON objects must not carry as keys: they reach an object's prototype in careless code. */
const forbiddenNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const nameSchema = z
  .string()
  .min(1)
  .max(60)
  .refine((name) => !forbiddenNames.has(name));
const recordIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

/**
 * One edit: some fields of one entity, and what the author replaced there.
 *
 * Records are never changed or removed once they have left the laptop that made them; the workbook is the set of them.
 */
export const changeRecordSchema = z.strictObject({
  /**
   * 128 random bits in lower-case hexadecimal. The records of one run of typing, of which a workbook keeps the last, have
   * the first 64 in common.
   */
  id: recordIdSchema,
  /** The workbook's own id; a record of another workbook is refused. */
  workbook: z.string().min(1).max(60),
  /** What kind of thing is edited, such as `answer` or `evidence`. Unknown kinds are kept as they are. */
  entity: nameSchema,
  /** Which one. Random for evidence and actions; derived for answers, grades and links. */
  entityId: z.string().min(1).max(400),
  /** The new value of each field that is set. */
  set: z.record(nameSchema, fieldValueSchema),
  /**
   * For each field, the ids of the records whose value the author was looking at. A field named here and not in `set`
   * is withdrawn: that is how a deletion covers what its author saw, and nothing that somebody else wrote meanwhile.
   */
  parents: z.record(nameSchema, z.array(recordIdSchema)),
  /** The name the author gave. A claim, not a proof. */
  author: z.string().max(200),
  /** The voice that the copy spoke with when the change was made: `partnership` or a partner's id. */
  voice: z.string().min(1).max(120),
  /** Which copy of the workbook made it; new for every copy, and after every restoration. */
  replica: z.string().min(1).max(60),
  /** Coordinated Universal Time, ISO 8601. Shown to people; decides nothing. */
  at: z.string().max(40),
  /** The program's version, for people who look into the file. */
  app: z.string().max(40),
  /** The version of the entities' fields that the program knew. */
  schema: z.number().int().positive(),
  /** SHA-256 of the canonical form of everything above, in lower-case hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

export type ChangeRecord = z.infer<typeof changeRecordSchema>;
export type UnsealedRecord = Omit<ChangeRecord, 'hash'>;

/** The version of the entities' fields that this program writes and fully understands. */
export const CHANGE_SCHEMA = 1;
