import { useEffect, useMemo } from 'react';
import type { EntityView, FieldView } from '../../../shared/api/views/fieldView.ts';
import type { HistoryEntry } from '../../../shared/api/views/searchView.ts';
import { WORKBOOK_ENTITY_ID } from '../../../shared/domain/entityIdentity.ts';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useView } from '../../state/useView.ts';

const MOST_ENTRIES = 200;

/** The workbook's own name, round and marking as an entity with its live values, for fields that save themselves. */
export function useWorkbookEntity(): {
  readonly entity: EntityView | undefined;
  readonly failure: WorkbookError | undefined;
  readonly reload: () => void;
} {
  const { autosave } = useRendererState();
  const { value, failure, reload } = useView('read-history', {
    entity: 'workbook',
    entityId: WORKBOOK_ENTITY_ID,
    limit: MOST_ENTRIES,
  });
  const entity = useMemo(() => (value === undefined ? undefined : entityOfHistory(value.entries)), [value]);
  useEffect(() => {
    if (entity !== undefined) autosave.adopt(entity, autosave.mark());
  }, [autosave, entity]);
  return { entity, failure, reload };
}

/** The entity that a history adds up to: the values that still stand, by field. */
export function entityOfHistory(entries: readonly HistoryEntry[]): EntityView {
  const fields: Record<string, FieldView> = {};
  for (const { record, stamp, changes } of entries) {
    for (const { field, after, live } of changes) {
      if (!live) continue;
      const values = fields[field]?.live ?? [];
      const same = values.find((one) => one.value === after);
      const others = values.filter((one) => one !== same);
      const joined = {
        value: after,
        records: [...(same?.records ?? []), record],
        stamps: [...(same?.stamps ?? []), stamp],
      };
      fields[field] = { live: [...others, joined] };
    }
  }
  const lists = Object.entries(fields);
  return {
    entity: 'workbook',
    entityId: WORKBOOK_ENTITY_ID,
    fields,
    seen: Object.fromEntries(
      lists.map(([field, { live }]) => [field, live.flatMap(({ records }) => records)]),
    ),
    deleted: false,
    conflicts: lists.filter(([, { live }]) => live.length > 1).map(([field]) => field),
  };
}
