import { useCallback, useEffect, useState, type FocusEvent } from 'react';
import { useStore } from 'zustand';
import type { EntityView, FieldView } from '../../shared/api/views/fieldView.ts';
import type { FieldValue } from '../../shared/domain/changeRecord.ts';
import type { WorkbookError } from '../../shared/domain/workbookError.ts';
import { draftKey, type DraftState } from './drafts.ts';
import { useRendererState } from './RendererStateContext.tsx';

export type LiveValue = FieldView['live'][number];

export type Field = {
  /** What the field shows: the draft, else the settled value, else null. */
  readonly value: FieldValue;
  /** Several live values, until the person who settles them by writing has left the place. Empty: no conflict. */
  readonly conflict: readonly LiveValue[];
  readonly state: DraftState | 'clean';
  readonly failure: WorkbookError | null;
  /** While typing: saved after a pause. */
  readonly change: (value: FieldValue) => void;
  /** A choice: saved at once. */
  readonly choose: (value: FieldValue) => void;
  readonly handleFocus: () => void;
  readonly handleBlur: () => void;
  /** For what holds the field and its values in conflict: the values stay while the focus is among them. */
  readonly handleLeave: (event: FocusEvent<HTMLElement>) => void;
};

/**
 * One field of an entity, saved by itself.
 *
 * `label` names the field with what it belongs to, for the emergency copy. Writing into a field that is in conflict
 * replaces all of its values: that is how a conflict is settled.
 */
export function useField(shown: EntityView, field: string, label: string): Field {
  const { autosave } = useRendererState();
  const key = draftKey(shown.entity, shown.entityId);
  const entity = useStore(autosave.store, (state) => state.known[key]) ?? shown;
  const draft = useStore(autosave.store, (state) => state.drafts[key]?.fields[field]);
  const failure = useStore(autosave.store, (state) => state.drafts[key]?.failure ?? null);
  const live = entity.fields[field]?.live ?? noValues;
  const [pinned, setPinned] = useState<readonly LiveValue[]>(noValues);

  // Leaving means another entity or field, or none at all; a reload of the same entity is not leaving.
  const { entity: kind, entityId } = shown;
  useEffect(
    () => () => autosave.stopEditing({ entity: kind, entityId }, field),
    [autosave, kind, entityId, field],
  );

  const edit = useCallback(
    (value: FieldValue, now: boolean) => {
      const isConflict = draft === undefined && live.length > 1;
      const seen = isConflict ? { seen: live.flatMap((one) => one.records) } : {};
      if (now) setPinned(noValues);
      else if (isConflict) setPinned(live);
      autosave.edit(entity, field, value, { label, now, ...seen });
    },
    [autosave, entity, field, label, draft, live],
  );
  return {
    value: draft === undefined ? settledValue(live) : draft.value,
    conflict: live.length > 1 ? live : pinned,
    state: draft?.state ?? 'clean',
    failure: draft?.state === 'failed' ? failure : null,
    change: (value) => edit(value, false),
    choose: (value) => edit(value, true),
    handleFocus: () => autosave.startEditing(entity, field),
    handleBlur: () => autosave.stopEditing(entity, field),
    handleLeave: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setPinned(noValues);
    },
  };
}

const noValues: readonly LiveValue[] = [];

function settledValue(live: readonly LiveValue[]): FieldValue {
  return live.length === 1 ? (live[0]?.value ?? null) : null;
}
