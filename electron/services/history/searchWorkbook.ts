import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import type { SearchView } from '../../../shared/api/views/searchView.ts';
import { isDeleted } from '../../../shared/domain/entityState.ts';
import { searchableTexts } from '../../../shared/domain/searchableText.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { excerptsFor } from './excerptsFor.ts';
import { labelOfEntity } from './labelOfEntity.ts';
import { labelOfEvidence } from './labelOfEvidence.ts';

/** Everything that holds all of the words, the last one as a beginning; `among` names the kinds of entries to look at. */
export function searchWorkbook(workbook: OpenWorkbook, input: ParsedInputOf<'search'>): SearchView {
  const { text, limit, among } = input;
  const numbers = workbook.search.find(text, limit + 1, among);
  const excerpt = excerptsFor(text);
  const listed = new Set<string>();
  const hits = workbook.search
    .found(numbers.slice(0, limit))
    .flatMap(({ entity, entityId, state, title }) => {
      // Joined evidence is found by the words of any of its pieces, and listed once.
      if (isDeleted(state) || (title !== null && listed.has(entityId))) return [];
      listed.add(entityId);
      return [
        {
          entity,
          entityId,
          label: title === null ? labelOfEntity(workbook, entity, entityId) : labelOfEvidence(title),
          excerpt: excerpt(searchableTexts(entity, state)),
        },
      ];
    });
  return { hits, more: numbers.length > limit };
}
