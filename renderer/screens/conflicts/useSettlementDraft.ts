import { useStore } from 'zustand';
import type { SettlementDraft } from '../../../shared/api/views/settlementDraftView.ts';
import { fieldKey, type FieldAddress } from '../../state/fieldKey.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { noDraft } from '../../state/settlementDrafts.ts';

/** What has been chosen and written for one conflict so far, kept when one leaves it. */
export function useSettlementDraft(address: FieldAddress): {
  readonly draft: SettlementDraft;
  readonly change: (change: Partial<SettlementDraft>) => void;
  readonly drop: () => void;
} {
  const { settlements } = useRendererState();
  const draft = useStore(settlements.store, ({ entries }) => entries[fieldKey(address)]?.draft) ?? noDraft;
  return {
    draft,
    change: (change) => settlements.change(address, change),
    drop: () => settlements.drop(address),
  };
}
