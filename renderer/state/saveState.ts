import type { WorkbookError } from '../../shared/domain/workbookError.ts';
import { isUnsaved, type Drafts } from './drafts.ts';
import type { SettlementDraftsState } from './settlementDrafts.ts';

/** Where the whole workbook stands on its way to the disk, for the words in the frame. */
export type SaveState =
  | { readonly phase: 'saved' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'failed'; readonly failure: WorkbookError };

/** The state of all drafts together: one that failed outweighs the rest. */
export function saveStateOf(drafts: Drafts): SaveState {
  const all = Object.values(drafts);
  const failed = all.find(({ failure, fields }) => failure !== null && hasUnsaved(fields));
  if (failed?.failure != null) return { phase: 'failed', failure: failed.failure };
  const isSaving = all.some(({ fields }) => hasUnsaved(fields));
  return { phase: isSaving ? 'saving' : 'saved' };
}

/** The same for what is being written to settle conflicts with. */
export function settlementSaveStateOf(entries: SettlementDraftsState['entries']): SaveState {
  const unsaved = Object.values(entries).filter(({ state }) => state !== 'saved');
  const failure = unsaved.find((entry) => entry.failure !== null)?.failure ?? null;
  if (failure !== null) return { phase: 'failed', failure };
  return { phase: unsaved.length > 0 ? 'saving' : 'saved' };
}

/** Of two states the one that says more about what is not on the disk. */
export function worseOf(one: SaveState, other: SaveState): SaveState {
  const weight = { saved: 0, saving: 1, failed: 2 } as const;
  return weight[other.phase] > weight[one.phase] ? other : one;
}

function hasUnsaved(fields: Drafts[string]['fields']): boolean {
  return Object.values(fields).some(isUnsaved);
}
