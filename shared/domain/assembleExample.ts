import { partsOfLink } from './entityIdentity.ts';
import {
  exampleManifestSchema,
  examplePartSchema,
  exampleSchema,
  type Example,
  type ExampleEntity,
  type ExamplePart,
} from './exampleSchema.ts';

/**
 * Puts the example together from its manifest and the parts that the manifest names.
 *
 * `readPart` answers the parsed JSON of a part, whose name is relative to the manifest's folder.
 * Throws an error naming the path of anything that is missing, misspelt or unknown.
 */
export function assembleExample(manifest: unknown, readPart: (name: string) => unknown): Example {
  const { parts, ...heading } = exampleManifestSchema.parse(manifest);
  const entities = parts.flatMap((name) => entitiesOf(examplePartSchema.parse(readPart(name))));
  return exampleSchema.parse({ ...heading, entities });
}

/** The part's entities, and an entity of its own for each of its links. */
function entitiesOf(part: ExamplePart): readonly ExampleEntity[] {
  const links = Object.entries(part.links).flatMap(([evidenceId, targets]) =>
    targets.map((target) => linkTo(evidenceId, target)),
  );
  return [...part.entities, ...links];
}

function linkTo(evidenceId: string, target: string): ExampleEntity {
  const entityId = `${evidenceId}>${target}`;
  if (partsOfLink(entityId) === undefined) throw new Error(`Not a link: ${entityId}`);
  return { entity: 'link', entityId, set: { linked: true } };
}
