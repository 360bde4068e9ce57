import type { SearchView } from '../../../shared/api/views/searchView.ts';
import { isDeleted } from '../../../shared/domain/entityState.ts';
import { searchableTexts } from '../../../shared/domain/searchableText.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { excerptsFor } from './excerptsFor.ts';
import { labelOfEntity } from './labelOfEntity.ts';

/** Everything that holds all of the words, the last one as a beginning. */
export function searchWorkbook(workbook: OpenWorkbook, text: string, limit: number): SearchView {
  const numbers = workbook.search.find(text, limit + 1);
  const excerpt = excerptsFor(text);
  const found = new Set<string>();
  const hits = numbers.slice(0, limit).flatMap((number) => {
    const stored = workbook.states.byNumber(number);
    if (stored === undefined || isDeleted(stored.state)) return [];
    const { entity, state } = stored;
    // Of joined evidence the one that is listed is found, by the words of any of them, and once.
    const standIn = entity === 'evidence' ? workbook.evidence.standInOf(stored.entityId) : undefined;
    const entityId = standIn ?? stored.entityId;
    if (entity === 'evidence' && found.has(entityId)) return [];
    if (entity === 'evidence') found.add(entityId);
    return [
      {
        entity,
        entityId,
        label: labelOfEntity(workbook, entity, entityId),
        excerpt: excerpt(searchableTexts(entity, state)),
      },
    ];
  });
  return { hits, more: numbers.length > limit };
}
