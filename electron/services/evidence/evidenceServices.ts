import type { Services } from '../services.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import { alikeEvidence } from './alikeEvidence.ts';
import { addEvidence, deleteEvidence, linkEvidence } from './changeEvidence.ts';
import { alikeEvidenceList } from './alikeEvidenceList.ts';
import { evidenceRowOf } from './evidenceRowOf.ts';
import { readEvidence } from './readEvidence.ts';

type EvidenceOperation =
  | 'add-evidence'
  | 'delete-evidence'
  | 'link-evidence'
  | 'list-evidence'
  | 'read-evidence'
  | 'find-alike-evidence'
  | 'list-alike-evidence';

/** The evidence register of the workbook that is open. */
export function evidenceServices(keeper: WorkbookKeeper): Pick<Services, EvidenceOperation> {
  const listAlike = alikeEvidenceList();

  return {
    'add-evidence': (input) => addEvidence(keeper.current(), input),
    'delete-evidence': (input) => deleteEvidence(keeper.current(), input),
    'link-evidence': (input) => linkEvidence(keeper.current(), input),
    'list-evidence': ({ filter, sort, descending, offset, limit }) => {
      const workbook = keeper.current();
      const page = workbook.evidence.list(filter, sort, descending, offset, limit);
      return {
        total: page.total,
        all: workbook.evidence.countAll(),
        rows: page.rows.map((row) => evidenceRowOf(workbook, row)),
      };
    },
    'read-evidence': ({ evidence }) => readEvidence(keeper.current(), evidence),
    'find-alike-evidence': ({ title, except }) => ({
      alike: alikeEvidence(keeper.current(), title, [], except),
    }),
    'list-alike-evidence': (input) => listAlike(keeper.current(), input),
  };
}
