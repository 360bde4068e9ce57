import type {
  LinkedEvidence,
  QualityIndicatorView,
  QuestionView,
} from '../../../shared/api/views/walkView.ts';
import {
  answerIdentity,
  gradeIdentity,
  partsOfVoiced,
  type LinkTarget,
} from '../../../shared/domain/entityIdentity.ts';
import { evidenceStrength } from '../../../shared/domain/evidenceStrength.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { EvidenceListRow } from '../../store/evidenceQueries.ts';
import { summaryOf } from '../../store/outcomeQueries.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { targetsOf } from './readWalk.ts';
import { isAnswered } from './voicedStates.ts';

/** Beside a question this many pieces of evidence are listed; the register has them all. */
const LISTED = 50;

/**
 * One question of the walk.
 *
 * @throws WorkbookError `not-found` when the framework has no such question.
 */
export function readQuestion(workbook: OpenWorkbook, questionId: string): QuestionView {
  const question = workbook.catalogue().questions.find(({ id }) => id === questionId);
  if (question === undefined) throw new WorkbookError('not-found', 'The framework has no such question.');
  const targets: readonly LinkTarget[] = [{ kind: 'question', id: questionId }];
  return {
    questionId,
    qualityIndicatorId: question.qualityIndicatorId,
    answer: workbook.view('answer', answerIdentity(questionId, workbook.voice())),
    others: otherVoices(workbook, 'answer', questionId),
    evidence: linkedEvidence(workbook, targets),
    evidenceTotal: workbook.evidence.countLinkedToAny(targets),
  };
}

/**
 * One quality indicator: its grade and all evidence for it and its questions.
 *
 * @throws WorkbookError `not-found` when the framework has no such quality indicator.
 */
export function readQualityIndicator(
  workbook: OpenWorkbook,
  qualityIndicatorId: string,
): QualityIndicatorView {
  const catalogue = workbook.catalogue();
  if (!catalogue.qualityIndicators.some(({ id }) => id === qualityIndicatorId)) {
    throw new WorkbookError('not-found', 'The framework has no such quality indicator.');
  }
  const questions = catalogue.questions.filter(
    (question) => question.qualityIndicatorId === qualityIndicatorId,
  );
  const targets = targetsOf(qualityIndicatorId, questions);
  const today = workbook.clock.now().toISOString().slice(0, 10);
  const { level, advice } = evidenceStrength(summaryOf(workbook.outcomes.groupsUnder(targets)), today);
  return {
    qualityIndicatorId,
    grade: workbook.view('grade', gradeIdentity(qualityIndicatorId, workbook.voice())),
    others: otherVoices(workbook, 'grade', qualityIndicatorId),
    evidence: linkedEvidence(workbook, targets),
    evidenceTotal: workbook.evidence.countLinkedToAny(targets),
    strength: { level, advice: [...advice] },
  };
}

function otherVoices(
  workbook: OpenWorkbook,
  entity: 'answer' | 'grade',
  subject: string,
): QuestionView['others'] {
  const own = workbook.voice();
  return workbook.states.startingWith(entity, `${subject}@`).flatMap(({ entityId, state }) => {
    const parts = partsOfVoiced(entityId);
    if (parts === undefined || parts.subject !== subject || parts.voice === own) return [];
    if (entity === 'answer' && !isAnswered(state)) return [];
    const { voice } = parts;
    return [{ voice, voiceName: workbook.nameOfVoice(voice), entity: workbook.view(entity, entityId) }];
  });
}

function linkedEvidence(workbook: OpenWorkbook, targets: readonly LinkTarget[]): LinkedEvidence[] {
  return workbook.evidence.linkedToAny(targets, LISTED).map((row) => linkedRow(workbook, row));
}

function linkedRow(workbook: OpenWorkbook, row: EvidenceListRow): LinkedEvidence {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    date: row.date,
    period: row.period,
    partnerName: row.partner === null ? null : workbook.nameOfVoice(row.partner),
    attachments: row.attachments,
    usedIn: row.uses,
  };
}
