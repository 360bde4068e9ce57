import {
  correctFrameworkRow,
  editEntity,
  knownVoice,
  setGrade,
  writeAnswer,
} from '../changes/changeEntity.ts';
import { savedView } from '../changes/savedView.ts';
import { labelOfEntity } from '../history/labelOfEntity.ts';
import { readHistory } from '../history/readHistory.ts';
import { searchWorkbook } from '../history/searchWorkbook.ts';
import { readMatrix, readOutcome, readOutcomes } from '../outcomes/readOutcomes.ts';
import type { Services } from '../services.ts';
import { readOverview } from '../walk/readOverview.ts';
import { readQualityIndicator, readQuestion } from '../walk/readQuestion.ts';
import { readWalk } from '../walk/readWalk.ts';
import type { WorkbookKeeper } from './workbookKeeper.ts';

type WorkbookOperation =
  | 'read-workbook'
  | 'dismiss-notice'
  | 'change-voice'
  | 'read-catalogue'
  | 'correct-framework-row'
  | 'read-overview'
  | 'read-walk'
  | 'read-question'
  | 'read-quality-indicator'
  | 'write-answer'
  | 'set-grade'
  | 'edit'
  | 'read-outcomes'
  | 'read-outcome'
  | 'read-matrix'
  | 'search'
  | 'read-history'
  | 'restore-value'
  | 'undo'
  | 'redo';

/** Walking, writing, finding and taking back in the workbook that is open. */
export function workbookServices(keeper: WorkbookKeeper): Pick<Services, WorkbookOperation> {
  return {
    'read-workbook': () => keeper.view(),
    'dismiss-notice': () => keeper.dismissNotice(),
    'change-voice': ({ voice }) => {
      const workbook = keeper.current();
      workbook.setVoice(knownVoice(workbook, voice));
      return keeper.view();
    },
    'read-catalogue': () => keeper.current().catalogue(),
    'correct-framework-row': (input) => correctFrameworkRow(keeper.current(), input),
    'read-overview': () => readOverview(keeper.current()),
    'read-walk': () => readWalk(keeper.current()),
    'read-question': ({ question }) => readQuestion(keeper.current(), question),
    'read-quality-indicator': ({ qualityIndicator }) =>
      readQualityIndicator(keeper.current(), qualityIndicator),
    'write-answer': (input) => writeAnswer(keeper.current(), input),
    'set-grade': (input) => setGrade(keeper.current(), input),
    edit: (input) => editEntity(keeper.current(), input),
    'read-outcomes': () => readOutcomes(keeper.current()),
    'read-outcome': ({ outcome }) => readOutcome(keeper.current(), outcome),
    'read-matrix': ({ columns }) => readMatrix(keeper.current(), columns),
    search: (input) => searchWorkbook(keeper.current(), input),
    'read-history': (input) => readHistory(keeper.current(), input),
    'restore-value': ({ record, field }) => {
      const workbook = keeper.current();
      const edit = workbook.changes.restore(record, field);
      workbook.changes.apply([edit], `Restoring ${labelOfEntity(workbook, edit.entity, edit.entityId)}`);
      return savedView(workbook, edit.entity, edit.entityId);
    },
    undo: () => ({ undone: keeper.current().changes.undo() }),
    redo: () => ({ redone: keeper.current().changes.redo() }),
  };
}
