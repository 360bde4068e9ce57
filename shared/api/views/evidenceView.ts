import { z } from 'zod';
import { evidenceKinds } from '../../domain/entityCatalogue.ts';
import { linkTargetKinds } from '../../domain/entityIdentity.ts';
import { entityViewSchema } from './fieldView.ts';

export const linkTargetSchema = z.strictObject({
  kind: z.enum(linkTargetKinds),
  id: z.string().min(1).max(300),
});

export const evidenceSorts = ['newest-change', 'title', 'date', 'kind', 'partner', 'uses'] as const;

export const evidenceFilterSchema = z.strictObject({
  /** Words that must all occur somewhere in the item, the last one as a beginning. */
  text: z.string().max(500).optional(),
  kinds: z.array(z.enum(evidenceKinds)).optional(),
  partner: z.string().max(300).optional(),
  /** Only items linked to this. */
  linkedTo: linkTargetSchema.optional(),
  /** Only items linked to both this and `linkedTo`. */
  andLinkedTo: linkTargetSchema.optional(),
  /** Items linked to nothing at all. */
  unlinked: z.boolean().optional(),
  undated: z.boolean().optional(),
  deleted: z.boolean().optional(),
});
export type EvidenceFilter = z.infer<typeof evidenceFilterSchema>;

export const evidenceRowSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(evidenceKinds).nullable(),
  date: z.string().nullable(),
  period: z.string().nullable(),
  source: z.string().nullable(),
  partnerName: z.string().nullable(),
  attachments: z.number(),
  usedIn: z.number(),
  conflict: z.boolean(),
  /** How many other pieces it stands for; those are not listed themselves. */
  standsFor: z.number(),
  changedAt: z.string(),
});
export type EvidenceRow = z.infer<typeof evidenceRowSchema>;

export const evidencePageSchema = z.strictObject({
  total: z.number(),
  /** How many there are without any filter. */
  all: z.number(),
  rows: z.array(evidenceRowSchema),
});

export type EvidencePage = z.infer<typeof evidencePageSchema>;

export const attachmentViewSchema = z.strictObject({
  entityId: z.string(),
  sha256: z.string(),
  name: z.string(),
  bytes: z.number(),
  mediaType: z.string(),
  /** Whether the file is in the attachments folder. */
  present: z.boolean(),
  /** Whether the app opens it, or only saves a copy. */
  mayOpen: z.boolean(),
  /** Titles of other evidence with the same file. */
  alsoOn: z.array(z.strictObject({ evidenceId: z.string(), title: z.string() })),
});
export type AttachmentView = z.infer<typeof attachmentViewSchema>;

export const linkViewSchema = z.strictObject({ target: linkTargetSchema, label: z.string() });

const joinedItemSchema = z.strictObject({ evidenceId: z.string(), title: z.string() });

export const evidenceViewSchema = z.strictObject({
  entity: entityViewSchema,
  links: z.array(linkViewSchema),
  attachments: z.array(attachmentViewSchema),
  alike: z.array(z.strictObject({ evidenceId: z.string(), title: z.string(), why: z.string() })),
  /** What it has been joined with: what it stands for, or the one that stands for it. Each keeps its own address. */
  joined: z.strictObject({
    standsFor: z.array(joinedItemSchema),
    standsIn: joinedItemSchema.nullable(),
  }),
});
export type EvidenceView = z.infer<typeof evidenceViewSchema>;
