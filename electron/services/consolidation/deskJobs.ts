import type { OutputOf } from '../../../shared/api/contract.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

type OnDesk = OutputOf<'read-desk'>;

export type DeskJobs = ReturnType<typeof deskJobs>;

const nothing: OnDesk = { check: null, consolidation: null, undoing: null, typedPaths: '' };

/**
 * What the jobs of the desk are, and the paths being typed there, for a page that comes to it: the desk is the program's and not the page's, which may be
 * loaded anew at any moment. It is as empty as the desk itself whenever a workbook is opened.
 */
export function deskJobs(jobs: Pick<Jobs, 'isKnown'>) {
  let of: OpenWorkbook | undefined;
  let onDesk = nothing;

  function change(workbook: OpenWorkbook, changes: Partial<OnDesk>): void {
    onDesk = { ...(of === workbook ? onDesk : nothing), ...changes };
    of = workbook;
  }

  return {
    /** Files have been laid out: what was said of those before is read by now. */
    checking: (workbook: OpenWorkbook, check: string): void => change(workbook, { ...nothing, check }),
    takingIn: (workbook: OpenWorkbook, consolidation: string): void =>
      change(workbook, { consolidation, undoing: null }),
    undoing: (workbook: OpenWorkbook, undoing: string): void =>
      change(workbook, { check: null, consolidation: null, undoing }),
    cleared: (workbook: OpenWorkbook): void =>
      change(workbook, { check: null, consolidation: null, typedPaths: '' }),
    typing: (workbook: OpenWorkbook, typedPaths: string): void => change(workbook, { typedPaths }),

    /** The jobs of a workbook's desk, as far as they can still be asked about. */
    read(workbook: OpenWorkbook | undefined): OnDesk {
      if (workbook === undefined || of !== workbook) return nothing;
      const known = (job: string | null): string | null => (job !== null && jobs.isKnown(job) ? job : null);
      return {
        check: known(onDesk.check),
        consolidation: known(onDesk.consolidation),
        undoing: known(onDesk.undoing),
        typedPaths: onDesk.typedPaths,
      };
    },
  };
}
