import { z } from 'zod';
import { fieldValueSchema } from '../domain/changeRecord.ts';
import { settleWays } from '../domain/entityCatalogue.ts';
import {
  alikePairSchema,
  conflictViewSchema,
  consolidationEntrySchema,
  consolidationPreviewSchema,
  contributorViewSchema,
  handBackListsSchema,
  handBackViewSchema,
  handOverPartSchema,
  handOverViewSchema,
  ignoredSchema,
  stateViewSchema,
} from './views/consolidationView.ts';
import { savedSchema } from './views/fieldView.ts';
import { keptSettlementDraftSchema, settlementDraftSchema } from './views/settlementDraftView.ts';
import { workbookViewSchema } from './views/workbookView.ts';

const nothing = z.strictObject({});
const id = z.string().min(1).max(400);
const path = z.string().min(1).max(4_000);
const passphrase = z.string().min(8).max(400);
const startedJob = z.strictObject({ job: z.string() });
const maybeJob = z.strictObject({ job: z.string().nullable() });

/** The rows of the contract about packets, consolidation and conflicts. */
export const consolidationContract = {
  /**
   * Makes a copy of somebody's workbook out of a packet and opens it; without a path the host asks for the packet. A
   * passphrase without a path, after a refusal with `wrong-passphrase`, is tried on the packet chosen before.
   */
  'create-from-packet': {
    input: z.strictObject({
      path: path.optional(),
      passphrase: z.string().min(1).max(400).optional(),
      author: z.string().trim().max(200),
      folder: path.optional(),
    }),
    output: z.strictObject({ workbook: workbookViewSchema.nullable() }),
  },
  /** What a packet would hold and weigh, with a passphrase made for it. */
  'read-hand-over': {
    input: z.strictObject({ part: handOverPartSchema }),
    output: handOverViewSchema,
  },
  /** Starts writing a packet; without a path the host asks for one. `passphrase` null: anybody can read it. */
  'start-hand-over': {
    input: z.strictObject({
      part: handOverPartSchema,
      attachments: z.boolean(),
      passphrase: passphrase.nullable(),
      path: path.optional(),
      replace: z.boolean().optional(),
    }),
    output: maybeJob,
  },
  /**
   * Checks packets and returned workbooks and works out what taking them in would do. `job` is null when the person changed
   * their mind, or nothing is left to check.
   *
   * Files come from `paths`, `granted`, `staged`, `rehearsal` and `again` together; with none of them the host asks for files. Beside
   * `again` it asks when `paths` is an empty list: "Add more files" is `{ again, paths: [] }`. Where the host has dialogs,
   * a page names no paths of its own. An earlier preview stays readable until this one is there, and its passphrases are
   * tried again without being given again.
   */
  'start-consolidation-preview': {
    input: z.strictObject({
      paths: z.array(path).max(500).optional(),
      /** Dropped files whose place the host has learned by itself: what it answered for each of them. */
      granted: z.array(id).max(500).optional(),
      /** Dropped files, as `stage-contribution` took them. */
      staged: z
        .array(z.strictObject({ token: id, name: z.string().min(1).max(500) }))
        .max(500)
        .optional(),
      /** The job of an earlier preview, whose files are checked anew together with these. `stale` once it was let go of. */
      again: id.optional(),
      /** Files of that earlier preview, by the path it gave them, that are not wanted. */
      leaveOut: z.array(path).max(500).optional(),
      /** The files that came with a rehearsal workbook, with their passphrase. */
      rehearsal: z.boolean().optional(),
      /** Each is tried on every encrypted packet. */
      passphrases: z.array(z.string().min(1).max(400)).max(20).optional(),
    }),
    output: maybeJob,
  },
  'read-consolidation-preview': { input: z.strictObject({ job: id }), output: consolidationPreviewSchema },
  /** A page of what would not be taken from one file of a preview, or is taken with a remark; `source` is its place there. */
  'list-not-taken': {
    input: z.strictObject({
      job: id,
      source: z.number().int().nonnegative(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(1_000),
    }),
    output: z.strictObject({ total: z.number(), lines: z.array(ignoredSchema) }),
  },
  /**
   * The jobs of what lies on the desk, null where there is none: the last check of its files, their taking in, and an
   * undoing; and the paths that are being typed. A page that is loaded anew goes on from here.
   */
  'read-desk': {
    input: nothing,
    output: z.strictObject({
      check: z.string().nullable(),
      consolidation: z.string().nullable(),
      undoing: z.string().nullable(),
      typedPaths: z.string(),
    }),
  },
  /** Paths as far as they have been typed, kept in memory with the desk until files are laid out or it is cleared. */
  'keep-typed-paths': { input: z.strictObject({ text: z.string().max(100_000) }), output: nothing },
  /**
   * Takes a dropped packet or returned workbook piece by piece, which may be far larger than an attachment; `token` is null
   * for the first piece. `bytes` is the size of the whole: what is too large, or has no room here, is refused by it before
   * anything is read.
   */
  'stage-contribution': {
    input: z.strictObject({
      token: id.nullable(),
      bytes: z.number().int().nonnegative(),
      base64: z.string().max(2_000_000),
    }),
    output: z.strictObject({ token: z.string(), bytes: z.number() }),
  },
  /** Lets go of a preview and of what was unpacked for it. */
  'discard-consolidation-preview': { input: nothing, output: nothing },
  /** Takes in what the preview showed: backup, one transaction, receipt. */
  'start-consolidation': { input: z.strictObject({ preview: id }), output: startedJob },
  /** Starts writing what was not taken, from a preview or a consolidation, as an Excel sheet. */
  'start-not-taken-sheet': {
    input: z.strictObject({
      from: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('preview'), job: id }),
        z.strictObject({ kind: z.literal('consolidation'), id }),
      ]),
      path: path.optional(),
      replace: z.boolean().optional(),
    }),
    output: maybeJob,
  },
  'list-consolidations': {
    input: nothing,
    output: z.strictObject({ consolidations: z.array(consolidationEntrySchema) }),
  },
  /** Sets aside what the last consolidation that stands brought, and what was written since that builds on it. */
  'start-undo-consolidation': { input: nothing, output: startedJob },
  'list-conflicts': {
    input: z.strictObject({
      offset: z.number().int().nonnegative().optional(),
      limit: z.number().int().min(1).max(1_000).optional(),
    }),
    output: z.strictObject({ total: z.number(), conflicts: z.array(conflictViewSchema) }),
  },
  /** Writes one value over all those named in `seen`: one of them, a combination, or one of one's own. */
  'settle-conflict': {
    input: z.strictObject({
      entity: id,
      entityId: id,
      field: id,
      value: fieldValueSchema,
      how: z.enum(settleWays),
      reason: z.string().max(2_000).optional(),
      seen: z.record(z.string(), z.array(z.string())).optional(),
    }),
    output: savedSchema,
  },
  /** Keeps what is being written to settle a conflict with, on this laptop only; null lets go of it. */
  'keep-settlement-draft': {
    input: z.strictObject({
      entity: id,
      entityId: id,
      field: id,
      draft: settlementDraftSchema.nullable(),
    }),
    output: z.strictObject({ savedAt: z.string() }),
  },
  'list-settlement-drafts': {
    input: nothing,
    output: z.strictObject({ drafts: z.array(keptSettlementDraftSchema) }),
  },
  /** Says that two pieces of evidence are one; both stay, and `joined` false parts them again. */
  'join-evidence': {
    input: z.strictObject({ evidence: id, other: id, joined: z.boolean() }),
    output: z.strictObject({ savedAt: z.string(), kept: z.string() }),
  },
  /** Says that two pieces that look alike are two, so that nobody is asked about them again; `left` false asks again. */
  'leave-evidence-as-two': {
    input: z.strictObject({ evidence: id, other: id, left: z.boolean() }),
    output: z.strictObject({ savedAt: z.string() }),
  },
  /**
   * Pairs of pieces of evidence that look alike and have not been joined, those with the same file first: those that nobody
   * has decided about, or with `left` those that were left as two.
   */
  'list-alike-evidence': {
    input: z.strictObject({
      left: z.boolean().optional(),
      offset: z.number().int().nonnegative().optional(),
      limit: z.number().int().min(1).max(200).optional(),
    }),
    output: z.strictObject({
      total: z.number(),
      /** Pairs of the other list. */
      others: z.number(),
      pairs: z.array(alikePairSchema),
    }),
  },
  /** Everybody whose packets or returned workbooks have been taken in and stand. */
  'list-contributors': {
    input: nothing,
    output: z.strictObject({ contributors: z.array(contributorViewSchema) }),
  },
  /**
   * Starts writing, into one folder, a packet and a note (Word) for each contributor; without a folder the host asks for
   * one. `passphrase` null: anybody can read the packets.
   */
  'start-hand-back': {
    input: z.strictObject({
      contributors: z
        .array(z.strictObject({ replica: id, author: z.string().max(400) }))
        .min(1)
        .max(500),
      attachments: z.boolean(),
      passphrase: passphrase.nullable(),
      folder: path.optional(),
    }),
    output: maybeJob,
  },
  /** What became of everything that one person sent from one laptop. */
  'read-hand-back': {
    input: z.strictObject({ replica: id, author: z.string().max(400) }),
    output: handBackViewSchema,
  },
  /** A page of the lists of `read-hand-back`, from the same place in each. */
  'list-hand-back': {
    input: z.strictObject({
      replica: id,
      author: z.string().max(400),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(1_000),
    }),
    output: handBackListsSchema,
  },
  'read-state': { input: z.strictObject({ lines: z.boolean().optional() }), output: stateViewSchema },
} as const;
