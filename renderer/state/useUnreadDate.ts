import { useEffect } from 'react';
import { useStore } from 'zustand';
import { fieldKey, type FieldAddress } from './fieldKey.ts';
import { useRendererState } from './RendererStateContext.tsx';

/** Beside the field `date`, which holds only what can be read as one. */
export const UNREAD_DATE = 'date as typed';

/** Whether a draft is a date as somebody typed it and not a text to settle a conflict with. */
export function isUnreadDate({ entity, field }: FieldAddress): boolean {
  return entity === 'evidence' && field === UNREAD_DATE;
}

/**
 * The date of a piece of evidence as it was typed, while it can't be read as one.
 *
 * It is kept with the drafts and not among the values: a value would bring back a piece that was deleted meanwhile.
 */
export function useUnreadDate(
  evidenceId: string,
  label: string,
): {
  /** Null when there is none. */
  readonly typed: string | null;
  readonly keep: (typed: string) => void;
  readonly drop: () => void;
} {
  const { settlements } = useRendererState();
  const address = { entity: 'evidence', entityId: evidenceId, field: UNREAD_DATE };
  const typed = useStore(settlements.store, ({ entries }) => entries[fieldKey(address)]?.draft?.own ?? null);
  const isLoaded = useStore(settlements.store, (state) => state.isLoaded);
  useEffect(() => {
    if (!isLoaded) void settlements.load();
  }, [settlements, isLoaded]);
  return {
    typed,
    keep: (text) => settlements.change(address, { label, own: text }),
    drop: () => settlements.drop(address),
  };
}
