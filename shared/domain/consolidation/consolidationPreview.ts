import { z } from 'zod';
import { fieldValueSchema } from '../changeRecord.ts';
import { stampSchema } from '../stamp.ts';

/** What taking changes in would do, in numbers. */
export const differenceCountsSchema = z.strictObject({
  /** Changes in the packet. */
  changes: z.number(),
  /** Of these, the ones that the workbook has already. */
  known: z.number(),
  /** Entries that the workbook does not have yet. */
  added: z.number(),
  /** Fields that get another value, or a first one, without anybody contradicting. */
  changed: z.number(),
  /** Fields for which somebody wrote what stands there already. */
  same: z.number(),
  /** Fields that would have more than one live value. */
  conflicts: z.number(),
  /** Entries that would be deleted. */
  deleted: z.number(),
  /** Changes made with a newer version: kept, and applied once the program has been upgraded. */
  newer: z.number(),
});
export type DifferenceCounts = z.infer<typeof differenceCountsSchema>;

export const noDifferences: DifferenceCounts = {
  changes: 0,
  known: 0,
  added: 0,
  changed: 0,
  same: 0,
  conflicts: 0,
  deleted: 0,
  newer: 0,
};

/** One thing that taking changes in would do. */
export const differenceSchema = z.strictObject({
  what: z.enum(['added', 'changed', 'conflict', 'deleted', 'newer']),
  entity: z.string(),
  entityId: z.string(),
  /** Null for what concerns the entry as a whole. */
  field: z.string().nullable(),
  /** What an added entry calls itself, such as a piece of evidence its title; empty where it does not. */
  name: z.string(),
  /** The live values before and after; several are a conflict. */
  before: z.array(fieldValueSchema),
  after: z.array(fieldValueSchema),
  /** For each value after, who writes it in what comes in; nobody for one that stands here already. */
  writtenBy: z.array(z.array(stampSchema)),
});
export type Difference = z.infer<typeof differenceSchema>;

/** The sum of two counts, name by name. */
export function sumOfCounts(left: DifferenceCounts, right: DifferenceCounts): DifferenceCounts {
  return {
    changes: left.changes + right.changes,
    known: left.known + right.known,
    added: left.added + right.added,
    changed: left.changed + right.changed,
    same: left.same + right.same,
    conflicts: left.conflicts + right.conflicts,
    deleted: left.deleted + right.deleted,
    newer: left.newer + right.newer,
  };
}
