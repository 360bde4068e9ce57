import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { JobView } from '../../../shared/api/views/workbookView.ts';
import { jobs } from '../../components/jobs/jobs.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import type { UploadPosition } from '../../components/evidence/uploadFiles.ts';

/** What a person has laid down or typed at the desk, kept while other screens are shown; the jobs are in `jobs`. */
export type DeskState = {
  /** The workbook that it belongs to: on another one's desk nothing of it lies. */
  readonly workbook: string;
  readonly typedPaths: string;
  /** Typed beside locked files, by the path that the preview gave them. Kept in memory alone. */
  readonly passphrases: Readonly<Record<string, string>>;
  /** Those that have been tried: a file that is still locked was not opened by its own. */
  readonly tried: Readonly<Record<string, string>>;
  /** Dropped files on their way to the program. */
  readonly staging: { readonly progress: UploadPosition; readonly stop: () => void } | null;
  /** A sentence for each dropped file that did not come through. */
  readonly notStaged: readonly string[];
  /** What the last sheet of what was not taken was written from. */
  readonly sheetOf: string | null;
  /** The files that lay there are gone, as after the workbook was closed and opened again. */
  readonly isLost: boolean;
  /** Goes up when the desk is cleared, so that nothing of what was said of the last lot stays. */
  readonly lot: number;
};

const empty: DeskState = {
  workbook: '',
  typedPaths: '',
  passphrases: {},
  tried: {},
  staging: null,
  notStaged: [],
  sheetOf: null,
  isLost: false,
  lot: 0,
};

/** The one desk of the page. */
export const desk = createStore<DeskState>(() => empty);

/** What lies on a workbook's desk. */
export function deskOf(workbook: string): DeskState {
  const state = desk.getState();
  return state.workbook === workbook ? state : empty;
}

/** Changes what lies on a workbook's desk; another workbook's things are swept off it first. */
export function changeDesk(workbook: string, change: Partial<Omit<DeskState, 'workbook'>>): void {
  desk.setState({ ...deskOf(workbook), ...change, workbook }, true);
}

/** Clears away everything typed for the files that lay there. */
export function sweepDesk(workbook: string): void {
  changeDesk(workbook, { ...empty, lot: desk.getState().lot + 1 });
}

/** What lies on the open workbook's desk. */
export function useDeskState(): DeskState {
  const { id } = useWorkbook();
  return useStore(desk, () => deskOf(id));
}

/** Forgets the last job of some kinds: what they said has been read. */
export function forgetJobs(...kinds: readonly JobView['kind'][]): void {
  const kept = Object.entries(jobs.getState().last).filter(([kind]) => !kinds.some((one) => one === kind));
  jobs.setState({ last: Object.fromEntries(kept) });
}
