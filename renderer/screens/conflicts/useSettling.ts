import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { isInCatalogue } from '../../../shared/domain/isInCatalogue.ts';
import { useAction, type Action } from '../../state/useAction.ts';
import { failureOf } from '../../state/failureOf.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import type { Settlement } from './settlementOf.ts';

/** What became of a conflict: a value stands, or another one had come in, or somebody had settled it before. */
export type Settled =
  | { readonly kind: 'settled'; readonly value: FieldValue }
  | { readonly kind: 'still-open' }
  | { readonly kind: 'stale'; readonly sentence: string };

/** Settling one conflict. `drop` lets go of the draft that has become a value; a stale one stays for its text. */
export function useSettling(
  conflict: ConflictView,
  drop: () => void,
  onSettled: (settled: Settled) => void,
): Action<[settlement: Extract<Settlement, { ok: true }>, reason: string]> {
  const { client, session, autosave } = useRendererState();
  return useAction(async ({ value, how }, reason) => {
    const { entity, entityId, field, seen } = conflict;
    const saved = await client
      .call('settle-conflict', {
        entity,
        entityId,
        field,
        value,
        how,
        seen,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      })
      .catch((caught: unknown) => failureOf(caught));
    if (saved instanceof Error) {
      if (saved.code !== 'stale') throw saved;
      onSettled({ kind: 'stale', sentence: saved.message });
      session.changed();
      return;
    }
    autosave.adopt(saved.entity, autosave.mark());
    drop();
    onSettled(saved.entity.conflicts.includes(field) ? { kind: 'still-open' } : { kind: 'settled', value });
    session.changed(saved.savedAt);
    if (isInCatalogue(entity)) await session.reloadCatalogue();
  });
}
