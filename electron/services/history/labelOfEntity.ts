import {
  partsOfAttachment,
  partsOfJoining,
  partsOfLink,
  partsOfVoiced,
  type LinkTarget,
} from '../../../shared/domain/entityIdentity.ts';
import { settledText } from '../../../shared/domain/entityState.ts';
import { labelOf } from '../../../shared/domain/frameworkRow.ts';
import { fieldLabel } from './fieldLabel.ts';
import { labelOfEvidence } from './labelOfEvidence.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/**
 * What an entity is and where it belongs, in words, for lists of hits and of changes. `names`, by kind and id, are of
 * entities that the workbook does not have yet.
 */
export function labelOfEntity(
  workbook: OpenWorkbook,
  entity: string,
  entityId: string,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const text = (field: string): string =>
    settledText(workbook.states.get(entity, entityId)?.state ?? {}, field);
  const name = names.get(`${entity} ${entityId}`) ?? '';
  const titleOf = (id: string): string =>
    workbook.evidence.get(id)?.title || (names.get(`evidence ${id}`) ?? '');
  switch (entity) {
    case 'workbook':
      return 'This workbook';
    case 'answer':
      return `Answer to ${voicedLabel(workbook, entityId)}`;
    case 'grade':
      return `Grade of ${voicedLabel(workbook, entityId)}`;
    case 'evidence':
      return labelOfEvidence(titleOf(entityId));
    case 'link':
      return linkLabel(workbook, entityId, titleOf);
    case 'attachment': {
      const parts = partsOfAttachment(entityId);
      const title = parts === undefined ? '' : titleOf(parts.evidenceId);
      return `File ${text('name') || name} on ${title || 'evidence'}`;
    }
    case 'action':
      return `Action: ${text('title') || name || 'without a title'}`;
    case 'indicator':
      return `Indicator: ${text('title') || name || labelOfRow(workbook, entityId)}`;
    case 'indicator-value':
      return `Value of ${labelOfRow(workbook, text('indicator'))}`;
    case 'participation':
      return `Participation: ${text('activity') || name || 'without a title'}`;
    case 'pathway-cell':
      return `Pathway: ${entityId
        .split(':')
        .map((id) => labelOfRow(workbook, id))
        .join(', ')}`;
    case 'partner':
      return `Partner: ${text('name') || name || labelOfRow(workbook, entityId)}`;
    case 'settlement':
      return settlementLabel(workbook, text('about'), text('field'));
    case 'joining': {
      const parts = partsOfJoining(entityId);
      const title = (id: string): string => titleOf(id) || 'evidence without a title';
      return parts === undefined
        ? 'Joined evidence'
        : `Joined evidence: ${title(parts.kept)} and ${title(parts.other)}`;
    }
    case 'framework-row':
      return `Text of the framework: ${labelOfRow(workbook, entityId)}`;
    default:
      // Records of a newer version are kept and listed, even if this version can't say what they are.
      return `An entry made with a newer version (${entity})`;
  }
}

/** What evidence is linked to, in words. */
export function labelOfTarget(workbook: OpenWorkbook, target: LinkTarget): string {
  if (target.kind === 'action') return labelOfEntity(workbook, 'action', target.id);
  return target.kind === 'question' ? questionLabel(workbook, target.id) : labelOfRow(workbook, target.id);
}

function linkLabel(workbook: OpenWorkbook, linkId: string, titleOf: (id: string) => string): string {
  const parts = partsOfLink(linkId);
  if (parts === undefined) return 'Link';
  const title = titleOf(parts.evidenceId) || 'evidence';
  return `Link from ${title} to ${labelOfTarget(workbook, parts.target)}`;
}

function settlementLabel(workbook: OpenWorkbook, about: string, field: string): string {
  const [entity = '', ...id] = about.split(' ');
  return `How it was settled: ${labelOfEntity(workbook, entity, id.join(' '))}, ${fieldLabel(field)}`;
}

function voicedLabel(workbook: OpenWorkbook, entityId: string): string {
  const parts = partsOfVoiced(entityId);
  if (parts === undefined) return entityId;
  const subject = workbook.catalogue().questions.some(({ id }) => id === parts.subject)
    ? questionLabel(workbook, parts.subject)
    : labelOfRow(workbook, parts.subject);
  return `${subject} (${workbook.nameOfVoice(parts.voice)})`;
}

/** "6.2, question 1: How good is …". */
function questionLabel(workbook: OpenWorkbook, questionId: string): string {
  const { questions, qualityIndicators } = workbook.catalogue();
  const question = questions.find(({ id }) => id === questionId);
  if (question === undefined) return questionId;
  const siblings = questions.filter(
    ({ qualityIndicatorId }) => qualityIndicatorId === question.qualityIndicatorId,
  );
  const indicator = qualityIndicators.find(({ id }) => id === question.qualityIndicatorId);
  return `${indicator?.number ?? ''}, question ${siblings.indexOf(question) + 1}: ${question.text}`;
}

/** What a row of the frameworks, or an indicator of the partnership's own, is called; one that is not known goes by its id. */
export function labelOfRow(workbook: OpenWorkbook, rowId: string): string {
  const row = workbook.rowOf(rowId);
  if (row !== undefined) return labelOf(row);
  return settledText(workbook.states.get('indicator', rowId)?.state ?? {}, 'title') || rowId;
}
