import { z } from 'zod';
import { fieldValueSchema } from '../../domain/changeRecord.ts';
import { differenceCountsSchema, differenceSchema } from '../../domain/consolidation/consolidationPreview.ts';
import { settleWays } from '../../domain/entityCatalogue.ts';
import { stampSchema } from '../../domain/stamp.ts';
import { liveValueViewSchema } from './fieldView.ts';

/** Which changes a packet holds: all, what was not in the packet taken in last, or what is one partner's. */
export const handOverPartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everything') }),
  z.strictObject({ kind: z.literal('since') }),
  z.strictObject({ kind: z.literal('partner'), partner: z.string().min(1).max(120) }),
]);
export type HandOverPart = z.infer<typeof handOverPartSchema>;

/** What a packet would hold and weigh, before it is written. */
export const handOverViewSchema = z.strictObject({
  changes: z.number(),
  /** Before packing: the packet is smaller. */
  changesBytes: z.number(),
  attachments: z.number(),
  attachmentBytes: z.number(),
  /** Six words for this one packet. They are kept nowhere. */
  passphrase: z.string(),
  fileName: z.string(),
  /** The name for a packet without a passphrase, which says so. */
  plainFileName: z.string(),
});
export type HandOverView = z.infer<typeof handOverViewSchema>;

/** What was not taken, or could not be, and why. */
export const ignoredSchema = z.strictObject({ what: z.string(), why: z.string() });

/** One packet on the consolidation desk. */
export const packetSourceSchema = z.strictObject({
  path: z.string(),
  name: z.string(),
  /** `ready` to be taken in; `known`: nothing in it is new; `locked`: its passphrase is wanted; `refused`. */
  state: z.enum(['ready', 'known', 'locked', 'refused']),
  /** Why it is refused or locked, as a sentence; for a known one, that there is nothing new. */
  sentence: z.string().nullable(),
  code: z.string().nullable(),
  from: z
    .strictObject({
      packet: z.string(),
      /** The id of the workbook that it belongs to. */
      workbook: z.string(),
      stamp: stampSchema,
      voiceName: z.string(),
      partnership: z.string(),
      round: z.string(),
      encrypted: z.boolean(),
    })
    .nullable(),
  counts: differenceCountsSchema,
  /** What is not taken, or taken with a remark: how many lines, and the first of them; `list-not-taken` has all. */
  notTaken: z.number(),
  ignored: z.array(ignoredSchema),
});
export type PacketSource = z.infer<typeof packetSourceSchema>;

export const labelledDifferenceSchema = differenceSchema.extend({
  label: z.string(),
  fieldLabel: z.string().nullable(),
});

/** What taking all the packets in would do. Nothing has been changed. */
export const consolidationPreviewSchema = z.strictObject({
  preview: z.string(),
  sources: z.array(packetSourceSchema),
  total: differenceCountsSchema,
  /** Conflicts first, then deletions; `more` were left off. */
  differences: z.array(labelledDifferenceSchema),
  more: z.number(),
  /** One sentence that sums it up. */
  sentence: z.string(),
});
export type ConsolidationPreview = z.infer<typeof consolidationPreviewSchema>;

export const consolidationEntrySchema = z.strictObject({
  id: z.string(),
  at: z.string(),
  author: z.string(),
  sources: z.array(
    z.strictObject({ name: z.string(), author: z.string(), voiceName: z.string(), replica: z.string() }),
  ),
  added: z.number(),
  attachments: z.number(),
  conflictsBefore: z.number(),
  conflictsAfter: z.number(),
  /** Lines of what was not taken, or taken with a remark. */
  notTaken: z.number(),
  /** The name of the verified backup of what stood before. */
  backup: z.string(),
  undoneAt: z.string().nullable(),
  /** Changes that its undoing set aside and that have not come back. */
  setAside: z.number(),
  /** Whether it is the one that `start-undo-consolidation` would undo. */
  canUndo: z.boolean(),
});
export type ConsolidationEntry = z.infer<typeof consolidationEntrySchema>;

/** One field with more than one live value. */
export const conflictViewSchema = z.strictObject({
  entity: z.string(),
  entityId: z.string(),
  label: z.string(),
  /** `deleted`: one person deleted what another changed; settle it with `true` or `false`. */
  field: z.string(),
  fieldLabel: z.string(),
  /** Where it belongs, for sorting: a quality indicator's number and title, or empty. */
  qualityIndicator: z.string(),
  voice: z.string().nullable(),
  voiceName: z.string().nullable(),
  values: z.array(liveValueViewSchema),
  /** For `deleted`: what the deletion covers or what was written beside it. For a grade: the rationales. */
  beside: z.array(
    z.strictObject({ field: z.string(), fieldLabel: z.string(), live: z.array(liveValueViewSchema) }),
  ),
  /** The value that all of them were written from; null when there is none. */
  start: fieldValueSchema,
  /** False for what a newer version wrote: it is kept and shown, and can be settled after an upgrade. */
  canSettle: z.boolean(),
  /** Hand it back as `seen` when settling. */
  seen: z.record(z.string(), z.array(z.string())),
});
export type ConflictView = z.infer<typeof conflictViewSchema>;

const alikeItemSchema = z.strictObject({
  evidenceId: z.string(),
  title: z.string(),
  /** The kind of evidence, its date or period and its source as they are written; empty where they are not. */
  kind: z.string(),
  date: z.string(),
  source: z.string(),
  partnerName: z.string(),
  /** What it shows; of two long texts the place where they part. */
  shows: z.string(),
  attachments: z.number(),
  usedIn: z.number(),
});

/** Two pieces of evidence that may be one. */
export const alikePairSchema = z.strictObject({
  one: alikeItemSchema,
  other: alikeItemSchema,
  /** What is alike about them, as a sentence. */
  why: z.string(),
});
export type AlikePair = z.infer<typeof alikePairSchema>;

/** Somebody whose contribution has been taken in. */
export const contributorViewSchema = z.strictObject({
  replica: z.string(),
  author: z.string(),
  voiceName: z.string(),
  packets: z.number(),
  /** When the last of them was taken in. */
  takenAt: z.string(),
  /** When this copy last wrote them a hand-back, or null. */
  handedBackAt: z.string().nullable(),
});
export type ContributorView = z.infer<typeof contributorViewSchema>;

/** A change as its author knows it, its values in words. */
const notedChangeSchema = z.strictObject({
  label: z.string(),
  /** Empty where the value says what was done to the entry: "Removed". */
  fieldLabel: z.string(),
  value: z.string(),
});

const settledChangeSchema = notedChangeSchema.extend({
  /** What it was settled as. */
  settledAs: z.string(),
  /** Whether something else stands by now. */
  isChangedSince: z.boolean(),
  how: z.enum(settleWays).nullable(),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
});

/** Lists of what became of a contribution. */
const handBackLists = {
  /** What stands as they wrote it. */
  taken: z.array(notedChangeSchema),
  /** What somebody else wrote differently, and how it was settled. */
  settled: z.array(settledChangeSchema),
  /** What is still open: every live value. */
  open: z.array(notedChangeSchema.extend({ values: z.array(z.string()) })),
  ignored: z.array(ignoredSchema),
} as const;

export const handBackListsSchema = z.strictObject(handBackLists);

/** What the note for one contributor says. */
export const handBackViewSchema = z.strictObject({
  author: z.string(),
  voiceName: z.string(),
  replica: z.string(),
  packets: z.array(z.strictObject({ name: z.string(), madeAt: z.string(), takenAt: z.string() })),
  ...handBackLists,
  /** Of each list; only its beginning is here, and `list-hand-back` has the rest. */
  totals: z.strictObject({ taken: z.number(), settled: z.number(), open: z.number(), ignored: z.number() }),
  /** What went on from it since, without anybody differing. */
  carriedOn: z.number(),
});
export type HandBackView = z.infer<typeof handBackViewSchema>;

/** All that is live, to compare two workbooks with. */
export const stateViewSchema = z.strictObject({
  sha256: z.string(),
  entries: z.number(),
  conflicts: z.number(),
  records: z.number(),
  /** A line of canonical JSON for each entry; empty unless asked for. */
  lines: z.array(z.string()),
});
