import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { EntityView, FieldView } from '../../../shared/api/views/fieldView.ts';
import type { HistoryEntry } from '../../../shared/api/views/searchView.ts';
import { WORKBOOK_ENTITY_ID } from '../../../shared/domain/entityIdentity.ts';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { failureOf } from '../../state/failureOf.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { wholeHistory } from '../history/wholeHistory.ts';

const workbook = { entity: 'workbook', entityId: WORKBOOK_ENTITY_ID } as const;

/** The workbook's own name, round and marking as an entity with its live values, for fields that save themselves. */
export function useWorkbookEntity(): {
  readonly entity: EntityView | undefined;
  readonly failure: WorkbookError | undefined;
  readonly reload: () => void;
} {
  const { client, session, autosave } = useRendererState();
  const revision = useStore(session.store, (state) => state.revision);
  const [entity, setEntity] = useState<EntityView | undefined>(undefined);
  const [failure, setFailure] = useState<WorkbookError | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const mark = autosave.mark();
    wholeHistory(client, workbook)
      .then((entries) => {
        const read = entityOfHistory(entries);
        autosave.adopt(read, mark);
        if (!isWanted) return;
        setEntity(read);
        setFailure(undefined);
      })
      .catch((caught: unknown) => {
        if (isWanted) setFailure(failureOf(caught));
      });
    return () => {
      isWanted = false;
    };
  }, [client, autosave, revision, attempt]);
  return { entity, failure, reload: useCallback(() => setAttempt((count) => count + 1), []) };
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
    ...workbook,
    fields,
    seen: Object.fromEntries(
      lists.map(([field, { live }]) => [field, live.flatMap(({ records }) => records)]),
    ),
    deleted: false,
    conflicts: lists.filter(([, { live }]) => live.length > 1).map(([field]) => field),
  };
}
