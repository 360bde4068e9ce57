import { createStore } from 'zustand/vanilla';
import type { JobView } from '../../../shared/api/views/workbookView.ts';

/**
 * The last job of each kind, so that its progress and receipt are still there after a look at another screen.
 *
 * `workbook` is the workbook it belongs to: another one's receipt is not shown.
 */
export const jobs = createStore<{
  readonly last: Readonly<
    Partial<Record<JobView['kind'], { readonly id: string; readonly workbook: string }>>
  >;
}>(() => ({ last: {} }));
