import type { Saved } from '../../../shared/api/views/fieldView.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/** What a saving operation answers: when the commit returned, and the entity as it stands now. */
export function savedView(workbook: OpenWorkbook, entity: string, entityId: string): Saved {
  return {
    savedAt: workbook.lastSavedAt() ?? workbook.clock.now().toISOString(),
    entity: workbook.view(entity, entityId),
  };
}
