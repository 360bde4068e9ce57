import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import type { Saved } from '../../../shared/api/views/fieldView.ts';
import { answerIdentity, gradeIdentity, PARTNERSHIP_VOICE } from '../../../shared/domain/entityIdentity.ts';
import { isDeleted } from '../../../shared/domain/entityState.ts';
import { labelOf } from '../../../shared/domain/frameworkRow.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { labelOfEntity } from '../history/labelOfEntity.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { definedFields } from './definedFields.ts';
import { savedView } from './savedView.ts';

/** Writes fields of the answer of a voice to a question. */
export function writeAnswer(workbook: OpenWorkbook, input: ParsedInputOf<'write-answer'>): Saved {
  if (!workbook.catalogue().questions.some(({ id }) => id === input.question)) {
    throw new WorkbookError('not-found', `The framework has no question with the id ${input.question}.`);
  }
  const entityId = answerIdentity(input.question, knownVoice(workbook, input.voice));
  return save(workbook, { entity: 'answer', entityId, set: definedFields(input.set), seen: input.seen });
}

/** Sets fields of the grade of a voice for a quality indicator. */
export function setGrade(workbook: OpenWorkbook, input: ParsedInputOf<'set-grade'>): Saved {
  if (!workbook.catalogue().qualityIndicators.some(({ id }) => id === input.qualityIndicator)) {
    throw new WorkbookError(
      'not-found',
      `The framework has no quality indicator with the id ${input.qualityIndicator}.`,
    );
  }
  const entityId = gradeIdentity(input.qualityIndicator, knownVoice(workbook, input.voice));
  return save(workbook, { entity: 'grade', entityId, set: definedFields(input.set), seen: input.seen });
}

/** Corrects or confirms a row of the frameworks. */
export function correctFrameworkRow(
  workbook: OpenWorkbook,
  input: ParsedInputOf<'correct-framework-row'>,
): Saved {
  const row = workbook.rowOf(input.row);
  if (row === undefined)
    throw new WorkbookError('not-found', `The frameworks have no row with the id ${input.row}.`);
  const edit = {
    entity: 'framework-row',
    entityId: input.row,
    set: definedFields(input.set),
    seen: input.seen,
  };
  workbook.changes.apply([edit], `Changing the text of ${labelOf(row)}`);
  return savedView(workbook, 'framework-row', input.row);
}

/**
 * Sets fields of any entity; an id is made where none is given. Setting `deleted` deletes it with all that stands in it: what
 * stayed would look as if somebody had written it without knowing of the deletion.
 */
export function editEntity(workbook: OpenWorkbook, input: ParsedInputOf<'edit'>): Saved {
  const { entity, entityId = workbook.ids.randomHex(16), set, seen } = input;
  if (set['deleted'] !== true) return save(workbook, { entity, entityId, set, seen });
  if (Object.keys(set).length > 1)
    throw new WorkbookError('invalid-input', 'What is deleted can’t be given other values as well.');
  return save(workbook, workbook.changes.deletion(entity, entityId, seen));
}

function save(workbook: OpenWorkbook, edit: Parameters<OpenWorkbook['changes']['apply']>[0][number]): Saved {
  const state = workbook.states.get(edit.entity, edit.entityId)?.state ?? {};
  // Bringing back is an edit of `deleted` itself; anything else would be written where nobody sees it.
  if (isDeleted(state) && !Object.hasOwn(edit.set, 'deleted')) {
    throw new WorkbookError('not-found', 'This has been deleted. Undo the deletion to go on with it.');
  }
  workbook.changes.apply([edit], () => labelOfEntity(workbook, edit.entity, edit.entityId));
  return savedView(workbook, edit.entity, edit.entityId);
}

/** @throws WorkbookError `not-found` for a voice that is neither the partnership nor a partner. */
export function knownVoice(workbook: OpenWorkbook, voice: string | undefined): string {
  const wanted = voice ?? workbook.voice();
  if (wanted === PARTNERSHIP_VOICE || workbook.catalogue().partners.some(({ id }) => id === wanted))
    return wanted;
  throw new WorkbookError('not-found', `There is no partner with the id ${wanted}.`);
}
