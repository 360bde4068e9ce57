import { z } from 'zod';

const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: z.string() }),
  z.strictObject({ kind: z.literal('paragraph'), text: z.string() }),
  z.strictObject({ kind: z.literal('list'), numbered: z.boolean(), items: z.array(z.string()).min(1) }),
  z.strictObject({
    kind: z.literal('table'),
    /** Widths are shares of the page's. */
    columns: z.array(z.strictObject({ header: z.string(), width: z.number().positive() })).min(1),
    rows: z.array(z.array(z.string())).min(1),
  }),
]);
export type DocumentBlock = z.infer<typeof blockSchema>;

/** A short document in the order in which it is read. What is not in it is not in the file. */
export const documentModelSchema = z.strictObject({
  title: z.string().min(1),
  /** Beneath the title: for whom it is. */
  subtitle: z.string(),
  /** Whose it is, for the file's properties and the foot of every page. */
  owner: z.string(),
  /** Protective marking for the head and foot of every page; empty where there is none. */
  marking: z.string(),
  blocks: z.array(blockSchema),
});
export type DocumentModel = z.infer<typeof documentModelSchema>;
