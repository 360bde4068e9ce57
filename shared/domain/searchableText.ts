import { isKnownField } from './consolidation/isUnderstood.ts';
import { isTypedText } from './entityCatalogue.ts';
import type { EntityState } from './entityState.ts';

/** Fields that hold another thing's id, or a place in an order: nobody searches for those. */
const references: ReadonlySet<string> = new Set([
  'partner',
  'outcome',
  'qualityIndicator',
  'partOf',
  'indicator',
  'order',
  'mediaType',
  'about',
  'field',
  'settles',
]);

/** What people wrote in an entity, each live value: the texts that the search goes through. */
export function searchableTexts(entity: string, state: EntityState): readonly string[] {
  return Object.entries(state).flatMap(([field, heads]) => {
    // What a newer version's fields hold is not known; their texts are found all the same.
    const isText = !isKnownField(entity, field) || (isTypedText(entity, field) && !references.has(field));
    return isText
      ? heads.flatMap(([, value]) => (typeof value === 'string' && value !== '' ? [value] : []))
      : [];
  });
}
