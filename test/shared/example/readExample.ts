import { readFileSync } from 'node:fs';

import { assembleExample } from '../../../shared/domain/assembleExample.ts';
import type { EntityKind } from '../../../shared/domain/entityCatalogue.ts';
import type { Example, ExampleEntity } from '../../../shared/domain/exampleSchema.ts';

const folder = new URL('../../../assets/example/', import.meta.url);

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

/** The example as it ships. */
export const example: Example = assembleExample(readJson('west-dunbartonshire-2017-18.json'), readJson);

/** Its entities of one kind, in the order of the files. */
export function entitiesOf(kind: EntityKind): readonly ExampleEntity[] {
  return example.entities.filter((entity) => entity.entity === kind);
}

/** A field as text; empty when it is not set. */
export function textOf(entity: ExampleEntity, field: string): string {
  const value = entity.set[field];
  return value === undefined || value === null ? '' : String(value);
}
