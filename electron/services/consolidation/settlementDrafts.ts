import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import {
  settlementDraftSchema,
  type KeptSettlementDraft,
} from '../../../shared/api/views/settlementDraftView.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/** Keeps what is being written to settle a field with, or lets go of it. It is on the disk when this returns. */
export function keepSettlementDraft(
  workbook: OpenWorkbook,
  { draft, ...address }: ParsedInputOf<'keep-settlement-draft'>,
): { readonly savedAt: string } {
  const { settlementDrafts, clock } = workbook;
  const savedAt = workbook.writeBeside(() => {
    if (draft === null) settlementDrafts.letGo(address);
    else settlementDrafts.keep(address, JSON.stringify(draft), clock.now().toISOString());
  });
  return { savedAt };
}

/** Everything that is being written to settle conflicts with in this workbook. */
export function listSettlementDrafts(workbook: OpenWorkbook): KeptSettlementDraft[] {
  return workbook.settlementDrafts
    .list()
    .map(({ body, ...kept }) => ({ ...kept, draft: settlementDraftSchema.parse(JSON.parse(body)) }));
}
