import { z } from 'zod';
import { fieldValueSchema } from './changeRecord.ts';
import { entityCatalogue, entityKinds } from './entityCatalogue.ts';

/** One thing of the example workbook: the same three that an edit through a screen has. */
const exampleEntitySchema = z
  .strictObject({
    entity: z.enum(entityKinds),
    entityId: z.string().min(1).max(400),
    set: z.record(z.string(), fieldValueSchema),
  })
  .superRefine((example, context) => {
    const fields = entityCatalogue[example.entity].partial().safeParse(example.set);
    for (const issue of fields.error?.issues ?? []) {
      context.addIssue({
        code: 'custom',
        path: ['set', ...issue.path],
        message: `${example.entityId}: ${issue.message}`,
      });
    }
  })
  .readonly();
export type ExampleEntity = z.infer<typeof exampleEntitySchema>;

const heading = {
  /** What the start screen calls the example. */
  title: z.string().min(1),
  /** Where its content comes from and what in it is the example's own reading. */
  note: z.string().min(1),
  workbook: z
    .strictObject({
      partnership: z.string().min(1),
      round: z.string().min(1),
      marking: z.string(),
      note: z.string(),
    })
    .readonly(),
} as const;

/** The file that names the example's parts, in the order in which they are written. */
export const exampleManifestSchema = z
  .strictObject({
    ...heading,
    parts: z
      .array(z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*\.json$/))
      .min(1)
      .readonly(),
  })
  .readonly();
export type ExampleManifest = z.infer<typeof exampleManifestSchema>;

/** One part: entities, and what its evidence is linked to, by evidence id, each target as `kind:id`. */
export const examplePartSchema = z
  .strictObject({
    entities: z.array(exampleEntitySchema).readonly(),
    links: z.record(z.string().min(1), z.array(z.string().min(1)).readonly()).default({}),
  })
  .readonly();
export type ExamplePart = z.infer<typeof examplePartSchema>;

/** The whole example: every `set` fits its entity kind, and no entity is set twice. */
export const exampleSchema = z
  .strictObject({ ...heading, entities: z.array(exampleEntitySchema).min(1).readonly() })
  .superRefine((example, context) => {
    const seen = new Set<string>();
    for (const { entity, entityId } of example.entities) {
      const identity = `${entity} ${entityId}`;
      if (seen.has(identity)) {
        context.addIssue({
          code: 'custom',
          path: ['entities'],
          message: `${identity} is set twice`,
        });
      }
      seen.add(identity);
    }
  })
  .readonly();
export type Example = z.infer<typeof exampleSchema>;
