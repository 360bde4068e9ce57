import type { WorkbookError } from '../../shared/domain/workbookError.ts';
import { isUnsaved, type Drafts } from './drafts.ts';

/** Where the whole workbook stands on its way to the disk, for the words in the frame. */
export type SaveState =
  | { readonly phase: 'saved' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'failed'; readonly failure: WorkbookError };

/** The state of all drafts together: one that failed outweighs the rest. */
export function saveStateOf(drafts: Drafts): SaveState {
  const all = Object.values(drafts);
  const failed = all.find(({ failure, fields }) => failure !== null && hasFailed(fields));
  if (failed?.failure != null) return { phase: 'failed', failure: failed.failure };
  const isSaving = all.some(({ fields }) => Object.values(fields).some(isUnsaved));
  return { phase: isSaving ? 'saving' : 'saved' };
}

function hasFailed(fields: Drafts[string]['fields']): boolean {
  return Object.values(fields).some((draft) => isUnsaved(draft));
}
